package se.nollan.publish.signals;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Problems;
import se.nollan.base.messaging.Workers;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;
import se.nollan.publish.register.Register;
import se.nollan.publish.register.RegisterRepository;
import se.nollan.publish.results.SignalsRepository;
import se.nollan.publish.submissions.CoverageRepository;
import se.nollan.publish.submissions.DoubtfulRows;

/** What goes with a month's figures, unit by unit: for the region's coordinators and auditors, and for a provider its own. */
@Path("/months/{month}/signals")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Caller.COORDINATOR, Caller.AUDITOR, Caller.PROVIDER})
public class SignalsResource {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final Pattern COUNTY_CODE = Pattern.compile("[0-9]{2}");
    private static final String NATION = "00";

    /** What is read of a month, before it takes its time. */
    private record Read(
            Register register,
            List<SignalsRepository.Row> rows,
            Set<Integer> workingDays,
            List<DoubtfulRows> submissions) {}

    private final SessionFactory sessions;
    private final RegisterRepository registers;
    private final SignalsRepository signals;
    private final CoverageRepository sent;
    private final Callers callers;
    private final Clock clock;

    SignalsResource(
            SessionFactory sessions,
            RegisterRepository registers,
            SignalsRepository signals,
            CoverageRepository sent,
            Callers callers,
            Clock clock) {
        this.sessions = sessions;
        this.registers = registers;
        this.signals = signals;
        this.sent = sent;
        this.callers = callers;
        this.clock = clock;
    }

    @GET
    public Uni<SignalsBody> signals(
            @PathParam("month") String text,
            @QueryParam("region") @Nullable String region,
            @QueryParam("unit") @Nullable String unit) {
        YearMonth month = month(text);
        String code = region(region);
        LocalDate today = LocalDate.now(clock.withZone(STOCKHOLM));
        return callers.current().invoke(caller -> checkMaySee(caller, code)).chain(caller -> sessions.withTransaction(
                        session -> read(session, month, code))
                .chain(read -> Workers.compute(() -> body(code, month, today, read, caller, unit))));
    }

    private SignalsBody body(
            String region, YearMonth month, LocalDate today, Read read, Caller caller, @Nullable String unit) {
        List<UnitSignals> all =
                UnitSignalsSum.of(region, month, read.register, signals.read(read.rows), read.workingDays, today);
        List<DoubtfulRows> submissions = read.submissions.stream()
                .filter(each -> caller.oversees(region) || caller.providers().contains(each.provider()))
                .toList();
        return SignalsBody.of(region, month, visible(all, caller, region, unit), submissions);
    }

    private Uni<Read> read(Session session, YearMonth month, String region) {
        return registers.newest(session).chain(newest -> {
            Register register = newest.filter(known -> known.knowsRegion(region))
                    .orElseThrow(() -> Problems.notFound(
                            "The register has no unit in region " + region + ". Check the county code."));
            return signals.rows(session, month.minusMonths(UnitSignalsSum.MONTHS_BEFORE), month, region)
                    .chain(rows -> signals.workingDays(session, month, region)
                            .chain(workingDays -> sent.doubtful(session, month, region)
                                    .map(doubtful -> new Read(register, rows, workingDays, doubtful))));
        });
    }

    private static List<UnitSignals> visible(
            List<UnitSignals> all, Caller caller, String region, @Nullable String unit) {
        List<UnitSignals> own = all.stream()
                .filter(each -> caller.oversees(region) || caller.providers().contains(each.provider()))
                .toList();
        if (own.isEmpty() && !caller.oversees(region)) {
            throw notTheirs(region);
        }
        List<UnitSignals> asked = own.stream()
                .filter(each -> unit == null || each.unit().equals(unit))
                .toList();
        if (unit != null && asked.isEmpty()) {
            boolean anothers = all.stream().anyMatch(each -> each.unit().equals(unit));
            throw anothers
                    ? Problems.notAllowed("This unit is another provider's.")
                    : Problems.notFound("The region has no such unit in that month. Ask with a unit's HSA-id.");
        }
        return asked;
    }

    private static void checkMaySee(Caller caller, String region) {
        if (!caller.oversees(region) && !caller.actsForSome()) {
            throw notTheirs(region);
        }
        if (region.equals(NATION)) {
            throw Problems.badRequest("region", "Signals are told region by region. Ask with a region's county code.");
        }
    }

    private static HttpProblem notTheirs(String region) {
        return Problems.notAllowed("Signals of region " + region
                + " are for its coordinators and auditors, and for providers with units in it.");
    }

    private static String region(@Nullable String region) {
        if (region == null || !COUNTY_CODE.matcher(region).matches()) {
            throw Problems.badRequest("region", "A region is given by its county code, two digits, for example 23.");
        }
        return region;
    }

    private static YearMonth month(String month) {
        try {
            return YearMonth.parse(month);
        } catch (DateTimeParseException e) {
            throw Problems.badRequest("month", "A month is given as year and month, for example 2026-10.");
        }
    }
}
