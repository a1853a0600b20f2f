package se.nollan.rules.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Paging;
import se.nollan.base.http.Parameters;
import se.nollan.base.security.Caller;
import se.nollan.rules.evaluation.Evaluator;
import se.nollan.rules.evaluation.ResultJson;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Disposition;
import se.nollan.rules.measure.Dispositions;
import se.nollan.rules.measure.Judgement;
import se.nollan.rules.measure.Rule;
import se.nollan.rules.slice.StandingSlice;

/** Why a day's figure is what it is, over HTTP. */
@Path("/units/{unit}/days/{date}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "explanations")
public class UnitDayResource {

    private static final Comparator<Judgement> BY_TIME = Comparator.comparingLong(
                    (Judgement judgement) -> judgement.contact().createdAt())
            .thenComparing(judgement -> judgement.contact().id());
    private static final List<String> RULES =
            Arrays.stream(Rule.values()).map(Rule::id).toList();

    private final UnitDaysReader reader;
    private final Evaluator evaluator;
    private final ResultJson json;

    UnitDayResource(UnitDaysReader reader, Evaluator evaluator, ResultJson json) {
        this.reader = reader;
        this.evaluator = evaluator;
        this.json = json;
    }

    private record Wanted(
            @Nullable String channel,
            @Nullable String disposition,
            @Nullable String rule,
            Paging paging) {

        boolean fits(Judgement judgement) {
            Disposition was = judgement.disposition();
            return (channel == null
                            || channel.equals(judgement.contact().channel().word()))
                    && (disposition == null || disposition.equals(Dispositions.word(was)))
                    && (rule == null || rule.equals(was.rule().id()));
        }
    }

    @GET
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR, Caller.AUDITOR})
    @Operation(
            summary = "A unit's day, contact by contact",
            description =
                    "Each contact with its disposition and the rule that decided it, in words and with the pages of the PM; what it"
                            + " was merged into; the counts; and the revisions that all of it was made from, now. Pseudonyms are shortened. 410 for a"
                            + " sealed day: its contacts have been dropped after their time, and its results stand.")
    public Uni<DayExplanation> explain(
            @Parameter(description = "the HSA-id of a measured unit", example = "SE2321000214-E000000000001") @RestPath
                    String unit,
            @Parameter(description = "a day in Europe/Stockholm", example = "2026-10-05") @RestPath String date,
            @Parameter(description = "phone or chat", example = "phone") @RestQuery @Nullable String channel,
            @Parameter(description = "HIT, MISS, EXCLUDED or MERGED", example = "EXCLUDED") @RestQuery @Nullable String disposition,
            @Parameter(description = "the rule that decided", example = "P-X5") @RestQuery @Nullable String rule,
            @Parameter(description = "another edition than the month's own", example = "1.9") @RestQuery @Nullable String edition,
            @Parameter(description = "items on a page, 1 to 1000") @RestQuery @DefaultValue("100") int limit,
            @Parameter(description = "which page, from 1") @RestQuery @DefaultValue("1") int page) {
        LocalDate day = Objects.requireNonNull(Parameters.date("date", date));
        Wanted wanted = new Wanted(
                Parameters.word("channel", channel, Channel.words()),
                Parameters.word("disposition", disposition, Dispositions.WORDS),
                Parameters.word("rule", rule, RULES),
                Paging.of(page, limit));
        return reader.answer(unit, List.of(day), edition, days -> explanation(days, day, wanted));
    }

    private DayExplanation explanation(UnitDays days, LocalDate day, Wanted wanted) {
        UnitDays.Judged judged = days.judge(evaluator);
        List<Judgement> found = judged.judgements().stream()
                .filter(wanted::fits)
                .sorted(BY_TIME)
                .toList();
        List<JsonNode> tallies = judged.tallies().stream()
                .map(tally -> (JsonNode) json.counts(tally))
                .toList();
        Paging paging = wanted.paging;
        return new DayExplanation(
                days.unit(),
                day,
                days.reading(),
                days.waiting().contains(day),
                tallies,
                json.provenance(
                        days.ruleSet(),
                        day,
                        days.register().version(),
                        days.slices().stream().map(StandingSlice::named).toList()),
                found.stream()
                        .skip(paging.offset())
                        .limit(paging.limit())
                        .map(DayExplanation.Item::of)
                        .toList(),
                paging.page(),
                paging.limit(),
                found.size());
    }
}
