package se.nollan.rules.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Parameters;
import se.nollan.base.http.Problems;
import se.nollan.base.security.Caller;
import se.nollan.rules.register.RegisterRepository;

/** A month in one file that gives the same figure again, over HTTP. */
@Path("/units/{unit}/months/{month}/evidence")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "explanations")
public class EvidenceResource {

    private final UnitDaysReader reader;
    private final RegisterRepository registers;
    private final EvidenceWriter writer;

    EvidenceResource(UnitDaysReader reader, RegisterRepository registers, EvidenceWriter writer) {
        this.reader = reader;
        this.registers = registers;
        this.writer = writer;
    }

    /**
     * A question to {@code POST /rules/v1/evaluations}, and beside it what was answered.
     *
     * @param register the part of the register that these contacts need
     * @param contacts the unit's contacts, keyed as they are stored
     * @param ruleSet edition, calendar and every switch
     */
    public record EvidenceFile(ObjectNode register, List<ObjectNode> contacts, JsonNode ruleSet, Evidence evidence) {}

    @GET
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR, Caller.AUDITOR})
    @ResponseHeader(name = HttpHeaders.CONTENT_DISPOSITION, value = "attachment")
    @Operation(
            summary = "A unit's month as evidence",
            description =
                    "One file: an excerpt of the register, the rule set, the unit's contacts with their pseudonyms, and under"
                            + " `evidence` the figures, the dispositions and the revisions and hashes of what they were made from."
                            + " Sent as it is to POST /rules/v1/evaluations it gives the same figures.")
    public Uni<EvidenceFile> evidence(
            @Parameter(description = "the HSA-id of a measured unit", example = "SE2321000214-E000000000001") @RestPath
                    String unit,
            @Parameter(description = "a month", example = "2026-10") @RestPath String month,
            @Parameter(description = "another edition than the month's own", example = "1.9") @RestQuery @Nullable String edition,
            @Parameter(description = "the first day, if not all of the month", example = "2026-10-01")
                    @RestQuery
                    @Nullable String from,
            @Parameter(description = "the last day, if not all of the month", example = "2026-10-15")
                    @RestQuery
                    @Nullable String to) {
        List<LocalDate> wanted = days(Parameters.month("month", month), from, to);
        return reader.answer(unit, wanted, edition, this::withRegister, read -> writer.write(read.days, read.register));
    }

    private record WithRegister(UnitDays days, JsonNode register) {}

    private Uni<WithRegister> withRegister(Session session, UnitDays days) {
        return registers.content(session, days.register().version()).map(register -> new WithRegister(days, register));
    }

    private static List<LocalDate> days(YearMonth month, @Nullable String from, @Nullable String to) {
        LocalDate first = Parameters.date("from", from);
        LocalDate last = Parameters.date("to", to);
        List<LocalDate> days = UnitDays.of(month).stream()
                .filter(day -> first == null || !day.isBefore(first))
                .filter(day -> last == null || !day.isAfter(last))
                .toList();
        if (days.isEmpty()) {
            throw Problems.badRequest("bad-parameter", "from and to leave no day of " + month + ".");
        }
        return days;
    }
}
