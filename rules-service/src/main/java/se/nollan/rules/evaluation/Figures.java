package se.nollan.rules.evaluation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.contacts.UnitDay;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Register;
import se.nollan.rules.measure.Tally;
import se.nollan.rules.register.RegisterVersion;

/** Compares what an evaluation gives with what stands, and says what is new. */
@ApplicationScoped
class Figures {

    private final ResultJson json;

    Figures(ResultJson json) {
        this.json = json;
    }

    static Set<Standing.Key> keys(Collection<Family> families) {
        Set<Standing.Key> keys = new TreeSet<>();
        families.forEach(family -> family.tallies().forEach(tally -> keys.add(key(tally))));
        return keys;
    }

    /**
     * What is to be written: a revision for each figure that is not what stands, and nothing for the others.
     *
     * <p>A unit, day and channel that had contacts and has none any more is zero. One that another family has taken over is that
     * family's, and is left alone.
     */
    List<NewResult> compare(
            RegisterVersion register,
            Map<UnitDay, Family> done,
            List<Standing> standing,
            Map<UnitDay, List<StoredSlice>> slices,
            Instant now) {
        Map<Standing.Key, Standing> stands = new HashMap<>();
        standing.forEach(each -> stands.put(each.key(), each));
        Set<Standing.Key> counted = keys(done.values());
        List<NewResult> news = new ArrayList<>();
        done.forEach((unitDay, family) -> {
            List<Tally> tallies = new ArrayList<>(family.tallies());
            for (Standing each : standing) {
                boolean ours =
                        each.root().equals(unitDay.root()) && each.key().day().equals(unitDay.day());
                if (ours && !counted.contains(each.key())) {
                    tallies.add(Tally.nothing(
                            each.key().unit(),
                            each.key().day(),
                            channel(each.key().channel())));
                }
            }
            List<ResultJson.SliceRevision> from = slices.get(unitDay).stream()
                    .filter(StoredSlice::current)
                    .map(StoredSlice::named)
                    .toList();
            for (Tally tally : tallies) {
                NewResult result = compare(register, unitDay, family, tally, stands.get(key(tally)), from, now);
                if (result != null) {
                    news.add(result);
                }
            }
        });
        return news;
    }

    private @Nullable NewResult compare(
            RegisterVersion register,
            UnitDay unitDay,
            Family family,
            Tally tally,
            @Nullable Standing old,
            List<ResultJson.SliceRevision> from,
            Instant now) {
        ObjectNode figure = json.figure(tally, family);
        String hash = json.hash(figure);
        boolean unchanged = old != null && old.hash().equals(hash);
        long revision = old == null ? 1 : unchanged ? old.revision() : old.revision() + 1;
        Register.Unit unit = register.register().unit(tally.unit(), tally.date());
        Standing stands = new Standing(
                key(tally),
                revision,
                hash,
                json.text(json.ruleSet(family.ruleSet(), tally.date())),
                unitDay.root(),
                unit != null ? unit.region() : old == null ? "" : old.region(),
                unit != null ? unit.provider() : old == null ? "" : old.provider());
        if (stands.equals(old)) {
            return null;
        }
        return new NewResult(stands, unchanged ? null : json.result(figure, revision, hash, family, from, now));
    }

    private static Standing.Key key(Tally tally) {
        return new Standing.Key(tally.unit(), tally.date(), tally.channel().word());
    }

    private static Channel channel(String word) {
        return word.equals(Channel.PHONE.word()) ? Channel.PHONE : Channel.CHAT;
    }
}
