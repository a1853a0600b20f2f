package se.nollan.rules.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Problems;
import se.nollan.base.security.Caller;
import se.nollan.rules.evaluation.ResultJson;
import se.nollan.rules.json.Bodies;
import se.nollan.rules.json.Fault;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Counts;
import se.nollan.rules.measure.Dispositions;
import se.nollan.rules.measure.Evaluation;
import se.nollan.rules.measure.Judgement;
import se.nollan.rules.measure.Measure;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.measure.Tally;
import se.nollan.rules.memory.AnswerMemory;
import se.nollan.rules.ruleset.RuleSetJson;

/** The rules as a function, over HTTP: for a vendor's engineer to hold a log against. */
@Path("/evaluations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "conformance")
public class EvaluationResource {

    /** What a document of JSON is in memory, as a tree and as contacts. */
    private static final long BYTES_OF_A_BYTE = 12;

    private final PublicHolidays calendar;
    private final ResultJson json;
    private final RuleSetJson rules;
    private final AnswerMemory memory;
    private final EvaluationBodies bodies;

    EvaluationResource(
            PublicHolidays calendar, ResultJson json, RuleSetJson rules, AnswerMemory memory, EvaluationBodies bodies) {
        this.bodies = bodies;
        this.memory = memory;
        this.calendar = calendar;
        this.json = json;
        this.rules = rules;
    }

    /**
     * The answer.
     *
     * @param dispositions by contact: {@code HIT}, {@code MISS}, {@code EXCLUDED P-X1}, {@code MERGED <contact>}
     * @param rules by contact: the rule that decided it
     * @param tallies per unit, day and channel that anything is counted of
     * @param counts the same with every count, and with the days that nothing is counted of
     * @param totals the sums over all days, per unit and channel
     * @param ruleSet what it was judged by
     */
    public record Answer(
            Map<String, String> dispositions,
            Map<String, String> rules,
            List<TallyView> tallies,
            List<JsonNode> counts,
            List<Total> totals,
            JsonNode ruleSet) {}

    /** Hits and counted, as the vectors have them. */
    public record TallyView(String unit, LocalDate date, String channel, long hits, long counted) {}

    /** Sums over all days of the question; the share is null when nothing is counted. */
    public record Total(
            String unit,
            String channel,
            long hits,
            long counted,
            @Nullable BigDecimal share) {}

    @POST
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR, Caller.AUDITOR, Caller.OPERATOR})
    @Operation(
            summary = "Judge contacts",
            description =
                    "Stateless: register, contacts and rule set in, dispositions and tallies out, as in the conformance vectors. Use"
                            + " fictitious or keyed values only, never a real telephone number or personal identity number. The body is never"
                            + " logged, traced or stored. At most 8 MB and 50 000 contacts. A month's"
                            + " evidence may be sent as it is.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.OBJECT),
                            examples = @ExampleObject(name = "called back the same day", value = Examples.QUESTION)))
    public Answer evaluate(InputStream body, @Context HttpHeaders headers) {
        int length = headers.getLength();
        long most = length < 0 ? bodies.limit() : length;
        return memory.inTurn(most * BYTES_OF_A_BYTE, () -> judged(read(body)));
    }

    private static byte[] read(InputStream body) {
        try {
            return body.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    Answer judged(byte[] body) {
        List<Fault> faults = new ArrayList<>();
        Question question = Question.read(Bodies.parse(body), calendar, faults);
        if (!faults.isEmpty()) {
            throw Bodies.refused(
                    "contacts-refused",
                    "The question is not of the contact format",
                    "Nothing was judged. Correct what the faults say and send it again.",
                    faults);
        }
        try {
            return answer(question);
        } catch (IllegalArgumentException outOfReach) {
            // A day that the calendar does not cover.
            throw Problems.badRequest("out-of-reach", String.valueOf(outOfReach.getMessage()));
        }
    }

    private Answer answer(Question question) {
        Evaluation evaluation =
                new Measure(question.register(), calendar, question.ruleSet()).evaluate(question.contacts());
        Map<String, String> dispositions = new LinkedHashMap<>();
        Map<String, String> rules = new LinkedHashMap<>();
        for (Judgement judgement : evaluation.judgements()) {
            String id = judgement.contact().id().id();
            dispositions.put(id, Dispositions.text(judgement.disposition()));
            rules.put(id, judgement.disposition().rule().id());
        }
        List<TallyView> tallies = evaluation.tallies().stream()
                .filter(tally -> tally.counted() > 0)
                .map(tally -> new TallyView(
                        tally.unit(), tally.date(), tally.channel().word(), tally.hits(), tally.counted()))
                .toList();
        List<JsonNode> counts = evaluation.tallies().stream()
                .map(tally -> (JsonNode) json.counts(tally))
                .toList();
        return new Answer(
                dispositions,
                rules,
                tallies,
                counts,
                totals(evaluation.tallies()),
                this.rules.of(question.ruleSet(), question.days()));
    }

    private static List<Total> totals(List<Tally> tallies) {
        Map<String, Map<Channel, List<Tally>>> grouped = tallies.stream()
                .collect(Collectors.groupingBy(
                        Tally::unit,
                        TreeMap::new,
                        Collectors.groupingBy(Tally::channel, TreeMap::new, Collectors.toList())));
        List<Total> totals = new ArrayList<>();
        grouped.forEach((unit, channels) -> channels.forEach((channel, days) -> {
            Counts sum = Counts.of(days);
            totals.add(new Total(unit, channel.word(), sum.hits(), sum.counted(), sum.share()));
        }));
        return totals;
    }
}
