package se.nollan.rules.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.access.Caller;
import se.nollan.rules.access.Callers;
import se.nollan.rules.contacts.UnitDay;
import se.nollan.rules.http.Paging;
import se.nollan.rules.http.Problems;
import se.nollan.rules.measure.Judgement;
import se.nollan.rules.measure.Register;
import se.nollan.rules.measure.Rule;
import se.nollan.rules.register.RegisterRepository;
import se.nollan.rules.register.RegisterVersion;

/** Why a figure is what it is, over HTTP. */
@Path("/rules/v1/units/{unit}/days/{date}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "explanations")
public class UnitDayResource {

    private static final Comparator<Judgement> BY_TIME = Comparator.comparingLong(
                    (Judgement judgement) -> judgement.contact().createdAt())
            .thenComparing(judgement -> judgement.contact().id());

    private final Callers callers;
    private final SessionFactory sessions;
    private final RegisterRepository registers;
    private final TouchedSlices slices;
    private final QueueRepository queue;
    private final Evaluator evaluator;
    private final Editions editions;
    private final Reading reading;
    private final ResultJson json;

    UnitDayResource(
            Callers callers,
            SessionFactory sessions,
            RegisterRepository registers,
            TouchedSlices slices,
            QueueRepository queue,
            Evaluator evaluator,
            Editions editions,
            Reading reading,
            ResultJson json) {
        this.callers = callers;
        this.sessions = sessions;
        this.registers = registers;
        this.slices = slices;
        this.queue = queue;
        this.evaluator = evaluator;
        this.editions = editions;
        this.reading = reading;
        this.json = json;
    }

    private record Wanted(
            @Nullable String channel, @Nullable String disposition, Paging paging) {}

    @GET
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR, Caller.AUDITOR})
    @Operation(
            summary = "A unit's day, contact by contact",
            description =
                    "Each contact with its disposition and the rule that decided it, in words and with the pages of the PM; what it"
                            + " was merged into; the counts; and the revisions that all of it was made from, now. Pseudonyms are shortened.")
    public Uni<Explanation> explain(
            @Parameter(description = "the HSA-id of a measured unit", example = "SE2321000214-E000000000001") @RestPath
                    String unit,
            @Parameter(description = "a day in Europe/Stockholm", example = "2026-10-05") @RestPath String date,
            @Parameter(description = "phone or chat", example = "phone") @RestQuery @Nullable String channel,
            @Parameter(description = "HIT, MISS, EXCLUDED or MERGED", example = "EXCLUDED") @RestQuery @Nullable String disposition,
            @Parameter(description = "items on a page, 1 to 1000") @RestQuery @DefaultValue("100") int limit,
            @Parameter(description = "which page, from 1") @RestQuery @DefaultValue("1") int page) {
        LocalDate day = Objects.requireNonNull(Parameters.date("date", date));
        Wanted wanted = new Wanted(
                Parameters.channel(channel),
                Parameters.word("disposition", disposition, Dispositions.WORDS),
                Paging.of(page, limit));
        return callers.current()
                .chain(caller -> sessions.withTransaction(session -> registers
                        .newest(session)
                        .invoke(register -> check(caller, unit, day, register))
                        .chain(register -> explain(session, register, unit, day, wanted))));
    }

    private void check(Caller caller, String id, LocalDate day, RegisterVersion register) {
        Register.Unit unit = register.register().unit(id, day);
        if (unit == null) {
            throw reading.unknown();
        }
        if (!reading.allowed(caller, unit)) {
            throw reading.foreign();
        }
        if (unit.parent() != null && editions.ruleSet(day).edition().rules().contains(Rule.S_4)) {
            throw Problems.problem(
                            404,
                            "measured-with-parent",
                            "Not measured by itself",
                            "A branch's contacts are the unit's that it belongs to (S-4): ask for " + unit.parent()
                                    + ".")
                    .with("measuredUnit", unit.parent())
                    .build();
        }
    }

    private Uni<Explanation> explain(
            Session session, RegisterVersion register, String unit, LocalDate day, Wanted wanted) {
        UnitDay unitDay = new UnitDay(register.register().root(unit, day), day);
        return queue.holds(session, unitDay)
                .chain(pending -> slices.load(session, List.of(unitDay)).map(stored -> {
                    List<StoredSlice> current =
                            stored.stream().filter(StoredSlice::current).toList();
                    Family family = evaluator.evaluate(
                            unitDay,
                            register,
                            current.stream().map(StoredSlice::read).toList());
                    return explanation(unit, day, pending, family, current, wanted);
                }));
    }

    private Explanation explanation(
            String unit, LocalDate day, boolean pending, Family family, List<StoredSlice> slices, Wanted wanted) {
        List<Judgement> found = family.judgements().stream()
                .filter(judgement -> judgement.unit().equals(unit))
                .filter(judgement -> wanted.channel == null
                        || wanted.channel.equals(judgement.contact().channel().word()))
                .filter(judgement -> wanted.disposition == null
                        || wanted.disposition.equals(Dispositions.word(judgement.disposition())))
                .sorted(BY_TIME)
                .toList();
        List<JsonNode> tallies = family.tallies().stream()
                .filter(tally -> tally.unit().equals(unit))
                .map(tally -> (JsonNode) json.counts(tally))
                .toList();
        Paging paging = wanted.paging;
        return new Explanation(
                unit,
                day,
                pending,
                tallies,
                json.provenance(
                        family.ruleSet(),
                        family.registerVersion(),
                        slices.stream().map(StoredSlice::named).toList()),
                found.stream()
                        .skip(paging.offset())
                        .limit(paging.limit())
                        .map(Explanation.Item::of)
                        .toList(),
                paging.page(),
                paging.limit(),
                found.size());
    }
}
