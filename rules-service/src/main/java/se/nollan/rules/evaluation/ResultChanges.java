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
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Register;
import se.nollan.rules.measure.Tally;
import se.nollan.rules.queue.UnitDay;
import se.nollan.rules.register.RegisterVersion;
import se.nollan.rules.results.NewResult;
import se.nollan.rules.results.ResultHead;
import se.nollan.rules.ruleset.RuleSetJson;
import se.nollan.rules.slice.SliceRevision;
import se.nollan.rules.slice.TouchedSlice;

/** Compares what an evaluation gives with what stands, and says what is new. */
@ApplicationScoped
class ResultChanges {

    private final ResultJson json;
    private final RuleSetJson rules;

    ResultChanges(ResultJson json, RuleSetJson rules) {
        this.json = json;
        this.rules = rules;
    }

    static Set<ResultHead.Key> keys(Collection<EvaluatedUnitDay> families) {
        Set<ResultHead.Key> keys = new TreeSet<>();
        families.forEach(evaluatedUnitDay -> evaluatedUnitDay.tallies().forEach(tally -> keys.add(key(tally))));
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
            Map<UnitDay, EvaluatedUnitDay> done,
            List<ResultHead> standing,
            Map<UnitDay, List<TouchedSlice>> slices,
            Instant now) {
        Map<ResultHead.Key, ResultHead> stands = new HashMap<>();
        standing.forEach(each -> stands.put(each.key(), each));
        Set<ResultHead.Key> counted = keys(done.values());
        List<NewResult> news = new ArrayList<>();
        done.forEach((unitDay, evaluatedUnitDay) -> {
            List<Tally> tallies = new ArrayList<>(evaluatedUnitDay.tallies());
            for (ResultHead each : standing) {
                boolean ours =
                        each.root().equals(unitDay.root()) && each.key().day().equals(unitDay.day());
                if (ours && !counted.contains(each.key())) {
                    tallies.add(Tally.nothing(
                            each.key().unit(),
                            each.key().day(),
                            channel(each.key().channel())));
                }
            }
            List<SliceRevision> from = slices.get(unitDay).stream()
                    .filter(TouchedSlice::current)
                    .map(TouchedSlice::named)
                    .toList();
            for (Tally tally : tallies) {
                NewResult result =
                        compare(register, unitDay, evaluatedUnitDay, tally, stands.get(key(tally)), from, now);
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
            EvaluatedUnitDay evaluatedUnitDay,
            Tally tally,
            @Nullable ResultHead old,
            List<SliceRevision> from,
            Instant now) {
        ObjectNode figure = json.figure(tally, evaluatedUnitDay);
        String hash = json.hash(figure);
        boolean unchanged = old != null && old.hash().equals(hash);
        long revision = old == null ? 1 : unchanged ? old.revision() : old.revision() + 1;
        Register.Unit unit = register.register().unit(tally.unit(), tally.date());
        ResultHead stands = new ResultHead(
                key(tally),
                revision,
                hash,
                rules.text(rules.of(evaluatedUnitDay.ruleSet(), tally.date())),
                unitDay.root(),
                unit != null ? unit.region() : old == null ? "" : old.region(),
                unit != null ? unit.provider() : old == null ? "" : old.provider());
        if (stands.equals(old)) {
            return null;
        }
        return new NewResult(
                stands, unchanged ? null : json.result(figure, revision, hash, evaluatedUnitDay, from, now));
    }

    private static ResultHead.Key key(Tally tally) {
        return new ResultHead.Key(tally.unit(), tally.date(), tally.channel().word());
    }

    private static Channel channel(String word) {
        return word.equals(Channel.PHONE.word()) ? Channel.PHONE : Channel.CHAT;
    }
}
