package se.nollan.ingest.submission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.nollan.base.database.Instants;
import se.nollan.base.http.Problems;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;
import se.nollan.ingest.register.CurrentRegister;
import se.nollan.ingest.register.Register;

/** Lines that logs name and the register does not know. */
@Path("/unknown-lines")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "register")
public class UnknownLineResource {
    private static final int MOST = 1_000;

    private final Callers callers;
    private final SessionFactory sessions;
    private final CurrentRegister currentRegister;

    UnknownLineResource(Callers callers, SessionFactory sessions, CurrentRegister currentRegister) {
        this.callers = callers;
        this.sessions = sessions;
        this.currentRegister = currentRegister;
    }

    /**
     * A line that a log names.
     *
     * @param key what the log calls it; null: it looks like a number, which may be a caller's and is not kept
     * @param shape what it looks like
     * @param contacts that named it in the submission, and are in error for it
     * @param submission to be sent again when the line is in the register
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            String provider,
            String system,
            @Nullable String key,
            String shape,
            long contacts,
            LocalDate from,
            LocalDate to,
            UUID submission,
            Instant receivedAt) {}

    @GET
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR, Caller.AUDITOR})
    @Operation(
            summary = "List the lines that logs name and the register does not know",
            description =
                    "Of the last submission of each source for its days, with how many contacts name them; the most used first, at most 1 000."
                            + " A name that fewer than ten contacts have is not listed, nor any of a log with more than fifty"
                            + " (there, a wrong column is read). POST …/adoptions puts one into the register.")
    public Uni<List<View>> list(@RestQuery @Nullable String provider) {
        return callers.current()
                .chain(caller -> sessions.withTransaction(session -> currentRegister
                        .current(session)
                        .invoke(register -> {
                            if (provider != null && !register.isSeenBy(caller, provider)) {
                                throw Problems.notAllowed("You may not see this provider.");
                            }
                        })
                        .chain(register -> session.createNativeQuery(SubmissionSql.UNKNOWN_LINES, Tuple.class)
                                .setParameter("provider", provider == null ? "" : provider)
                                .getResultList()
                                .map(rows -> rows.stream()
                                        .map(UnknownLineResource::view)
                                        .filter(line -> register.isSeenBy(caller, line.provider()))
                                        .filter(line -> isUnknown(register, line))
                                        .limit(MOST)
                                        .toList()))));
    }

    /** It may have been adopted since. */
    private static boolean isUnknown(Register register, View line) {
        return line.key() == null
                || register.resolve(line.provider(), line.system(), line.key(), line.to())
                        .isEmpty();
    }

    private static View view(Tuple row) {
        return new View(
                row.get("provider", String.class),
                row.get("system", String.class),
                row.get("key", String.class),
                row.get("shape", String.class),
                row.get("contacts", Number.class).longValue(),
                LocalDate.parse(row.get("first", String.class)),
                LocalDate.parse(row.get("last", String.class)),
                row.get("id", UUID.class),
                Instants.of(row.get("received_at")));
    }
}
