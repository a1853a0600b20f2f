package se.nollan.rules.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Problems;
import se.nollan.rules.evaluation.Evaluator;
import se.nollan.rules.explanation.EvidenceResource.EvidenceFile;
import se.nollan.rules.format.ContactWriter;
import se.nollan.rules.format.RegisterExcerpt;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.ContactId;
import se.nollan.rules.measure.Disposition;
import se.nollan.rules.measure.Dispositions;
import se.nollan.rules.measure.Judgement;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.ruleset.RuleSetJson;

/** Puts together what gives a unit's days again. */
@ApplicationScoped
class EvidenceWriter {

    /** With their dispositions these are some seven megabytes, which the evaluation takes. */
    private static final int MOST_CONTACTS = 25_000;

    private final Evaluator evaluator;
    private final PublicHolidays calendar;
    private final RuleSetJson json;

    EvidenceWriter(Evaluator evaluator, PublicHolidays calendar, RuleSetJson json) {
        this.evaluator = evaluator;
        this.calendar = calendar;
        this.json = json;
    }

    EvidenceFile write(UnitDays days, JsonNode register) {
        UnitDays.Judged judged = days.judge(evaluator);
        if (judged.judgements().size() > MOST_CONTACTS) {
            throw tooMany(judged.judgements().size());
        }
        Map<ContactId, Judgement> byId = new HashMap<>();
        judged.judgements().forEach(judgement -> byId.put(judgement.contact().id(), judgement));
        if (byId.size() < judged.judgements().size()) {
            throw new IllegalStateException("A contact stands in two slices");
        }
        EvidenceNames names = new EvidenceNames(byId.keySet());
        List<ObjectNode> contacts = new ArrayList<>();
        Set<String> lines = new HashSet<>();
        for (ContactId id : names.contacts()) {
            Judgement judgement = byId.get(id);
            String firstLine = firstLine(days, judgement);
            contacts.add(ContactWriter.write(judgement.contact(), names.of(id), firstLine));
            lines.add(judgement.contact().line());
            if (firstLine != null) {
                lines.add(firstLine);
            }
        }
        LocalDate from = days.days().get(0);
        LocalDate to = days.days().get(days.days().size() - 1);
        return new EvidenceFile(
                new RegisterExcerpt(register, from, to).of(days.unit(), lines),
                contacts,
                json.of(days.ruleSet(), days.days()),
                evidence(days, judged, register.path("hash").asText(), names, byId));
    }

    private Evidence evidence(
            UnitDays days,
            UnitDays.Judged judged,
            String registerHash,
            EvidenceNames names,
            Map<ContactId, Judgement> byId) {
        Map<String, String> dispositions = new LinkedHashMap<>();
        Map<String, String> rules = new LinkedHashMap<>();
        for (ContactId id : names.contacts()) {
            Disposition disposition = byId.get(id).disposition();
            dispositions.put(
                    names.of(id),
                    disposition instanceof Disposition.Merged merged
                            ? "MERGED " + names.of(merged.into())
                            : Dispositions.text(disposition));
            rules.put(names.of(id), disposition.rule().id());
        }
        LocalDate first = days.days().get(0);
        return new Evidence(
                days.unit(),
                YearMonth.from(first),
                first,
                days.days().get(days.days().size() - 1),
                days.reading(),
                days.waiting().size(),
                days.register().version(),
                registerHash,
                new UnitMonth(days, judged, calendar)
                        .channels().stream()
                                .map(channel ->
                                        new Evidence.Figure(channel.channel(), channel.counts(), channel.formula()))
                                .toList(),
                dispositions,
                rules,
                names.numbers(),
                days.slices().stream().map(Evidence.Slice::of).toList(),
                SliceDigest.of(days.slices()).hash(),
                days.isNational() ? days.results() : List.of());
    }

    /** A first line that the register does not know on that day decides nothing, and a question would be refused for it. */
    private static @Nullable String firstLine(UnitDays days, Judgement judgement) {
        Contact contact = judgement.contact();
        String firstLine = contact.firstLine();
        boolean known = firstLine != null && days.register().register().line(firstLine, judgement.date()) != null;
        return known ? firstLine : null;
    }

    private static RuntimeException tooMany(int contacts) {
        return Problems.problem(
                        422,
                        "too-much",
                        "Too much for one file",
                        "The month has " + contacts + " contacts, and a file holds at most " + MOST_CONTACTS
                                + ". Ask for a part of the month at a time, with from and to.")
                .build();
    }
}
