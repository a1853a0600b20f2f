package se.nollan.ingest.expected;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Parameters;
import se.nollan.base.http.Problems;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;
import se.nollan.ingest.register.CurrentRegister;
import se.nollan.ingest.register.Period;
import se.nollan.ingest.register.Reason;
import se.nollan.ingest.register.Register;

/** Why nothing comes: said by the provider or its region. */
@Path("/absences")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "submissions")
public class AbsenceResource {
    private static final int MOST_DAYS = 400;

    private final Callers callers;
    private final SessionFactory sessions;
    private final CurrentRegister currentRegister;
    private final ExpectedRepository expected;
    private final Clock clock;

    AbsenceResource(
            Callers callers,
            SessionFactory sessions,
            CurrentRegister currentRegister,
            ExpectedRepository expected,
            Clock clock) {
        this.callers = callers;
        this.sessions = sessions;
        this.currentRegister = currentRegister;
        this.expected = expected;
        this.clock = clock;
    }

    /** What is said. */
    public record Said(
            @Nullable String provider,
            @Nullable String line,
            @Nullable String from,
            @Nullable String to,
            @Nullable String reason) {}

    /** An absence as it is shown. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            UUID id,
            String provider,
            @Nullable String line,
            LocalDate from,
            LocalDate to,
            String reason,
            String saidBy,
            Instant saidAt) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR})
    @Operation(
            summary = "Say why nothing comes",
            description =
                    "Of a line, or of all lines of a provider when none is named, on some days: they are then excused and not missing. By the"
                            + " provider or a coordinator of a region of its. What comes all the same counts.")
    public Uni<RestResponse<View>> post(@Nullable Said said) {
        if (said == null || said.provider() == null || said.from() == null || said.to() == null) {
            throw Problems.badRequest(
                    "incomplete", "Send provider, from, to and reason; and line, if it is of one line only.");
        }
        var from = Parameters.date("from", said.from());
        var to = Parameters.date("to", said.to());
        if (from == null || to == null || to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw Problems.badRequest(
                    "wrong-days", "The days end before they begin, or are more than " + MOST_DAYS + ".");
        }
        return callers.current()
                .chain(caller -> sessions.withTransaction(
                        session -> currentRegister.current(session).chain(register -> {
                            checkMaySay(caller, register, said.provider());
                            var absence = new Absence(
                                    UUID.randomUUID(),
                                    said.provider(),
                                    said.line(),
                                    from,
                                    to,
                                    reason(said.reason()),
                                    caller.name(),
                                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
                            checkLine(register, absence);
                            return expected.add(session, absence).replaceWith(absence);
                        })))
                .map(absence -> RestResponse.status(RestResponse.Status.CREATED, view(absence)));
    }

    @GET
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR, Caller.AUDITOR})
    @Operation(
            summary = "List what was said of a provider's absences",
            description = "Those that touch the month and were not ended.")
    public Uni<List<View>> list(@RestQuery @Nullable String provider, @RestQuery @Nullable String month) {
        if (provider == null || month == null) {
            throw Problems.badRequest("incomplete", "Name provider and month.");
        }
        var of = Parameters.month("month", month);
        return callers.current()
                .chain(caller -> sessions.withTransaction(session -> currentRegister
                        .current(session)
                        .chain(register -> {
                            if (!register.isSeenBy(caller, provider)) {
                                throw Problems.notAllowed("You may not see this provider.");
                            }
                            return expected.absences(session, provider, of.atDay(1), of.atEndOfMonth());
                        })
                        .map(absences ->
                                absences.stream().map(AbsenceResource::view).toList())));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR})
    @Operation(
            summary = "End an absence",
            description = "Its days are expected again. It stays on record with who ended it.")
    public Uni<Void> end(@RestPath UUID id) {
        return callers.current().chain(caller -> sessions.withTransaction(session -> end(session, caller, id)));
    }

    private Uni<Void> end(Session session, Caller caller, UUID id) {
        return expected.absence(session, id).chain(found -> {
            if (found.isEmpty()) {
                throw Problems.notFound("There is no such absence, or it was ended.");
            }
            return currentRegister
                    .current(session)
                    .invoke(register ->
                            checkMaySay(caller, register, found.get(0).provider()))
                    .chain(() -> expected.end(session, id, caller.name(), clock.instant()));
        });
    }

    private static void checkMaySay(Caller caller, Register register, String provider) {
        if (!caller.actsFor(provider) && register.regionsOf(provider).stream().noneMatch(caller::coordinates)) {
            throw Problems.notAllowed("You may not speak for this provider. Nothing was changed.");
        }
    }

    private static void checkLine(Register register, Absence absence) {
        var days = new Period(absence.from(), absence.to());
        if (absence.line() != null
                && register.linesOf(absence.provider(), days).stream()
                        .noneMatch(line -> line.line().id().equals(absence.line()))) {
            throw Problems.badRequest(
                    "wrong-line", "The provider has no such line on those days. Nothing was changed.");
        }
    }

    private static String reason(@Nullable String text) {
        var reason = Reason.of(text);
        if (reason == null) {
            throw Problems.badRequest("wrong-reason", "Say why nothing comes.");
        }
        return reason;
    }

    private static View view(Absence of) {
        return new View(of.id(), of.provider(), of.line(), of.from(), of.to(), of.reason(), of.saidBy(), of.saidAt());
    }
}
