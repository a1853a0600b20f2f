package se.nollan.ingest.expected;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Parameters;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;

/** What is due, what came, and what is late. */
@Path("/expected-submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "submissions")
public class ExpectedResource {
    private static final int MOST_LINES = 200;

    private final Callers callers;
    private final Expectations expectations;

    ExpectedResource(Callers callers, Expectations expectations) {
        this.callers = callers;
        this.expectations = expectations;
    }

    /**
     * A month.
     *
     * @param due the last day on which it may come in and is not late
     */
    @RegisterForReflection
    public record Answer(YearMonth month, LocalDate due, List<OfProvider> providers) {}

    /**
     * A provider; days of lines are counted.
     *
     * @param state {@code complete}, {@code open} or {@code late}
     * @param lines the first of those of which something is missing or excused
     */
    @RegisterForReflection
    public record OfProvider(
            String provider,
            String name,
            String state,
            long expected,
            long came,
            long excused,
            long missing,
            List<OfLine> lines) {}

    /** A line of which something is missing or excused. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfLine(
            String line,
            String unit,
            List<String> systems,
            List<Days> missing,
            List<Days> excused,
            @Nullable Instant lastReceived) {}

    /** Days on end, both included; with a reason when they are excused. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Days(
            LocalDate from, LocalDate to, @Nullable String reason) {}

    @GET
    @RolesAllowed({Caller.PROVIDER, Caller.COORDINATOR, Caller.AUDITOR})
    @Operation(
            summary = "See what is due from whom",
            description =
                    "Of a month (the last one when none is named), up to yesterday: each provider's days of lines that were expected, came,"
                            + " are excused or missing, and which. Expected is a line on each day on which the register has it in force; it came when a"
                            + " submission covers it. A provider sees its own.")
    public Uni<Answer> get(@RestQuery @Nullable String month, @RestQuery @Nullable String provider) {
        var asked =
                month == null ? YearMonth.from(expectations.today()).minusMonths(1) : Parameters.month("month", month);
        return callers.current()
                .chain(caller -> expectations.of(caller, asked, provider))
                .map(found -> new Answer(
                        asked,
                        expectations.due(asked),
                        found.stream().map(ExpectedResource::view).toList()));
    }

    private static OfProvider view(Expectations.Of of) {
        var expectation = of.expectation();
        return new OfProvider(
                of.provider(),
                of.name(),
                expectation.state().word(),
                expectation.expected(),
                expectation.came(),
                expectation.excused(),
                expectation.missing(),
                expectation.lines().stream()
                        .limit(MOST_LINES)
                        .map(line -> new OfLine(
                                line.line(),
                                line.unit(),
                                line.systems(),
                                days(line.missing()),
                                days(line.excused()),
                                line.lastReceived()))
                        .toList());
    }

    private static List<Days> days(List<Expectation.Days> days) {
        return days.stream()
                .map(one -> new Days(one.from(), one.to(), one.reason()))
                .toList();
    }
}
