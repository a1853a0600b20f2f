package se.nollan.publish.month;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.nollan.base.http.Problems;
import se.nollan.base.messaging.Workers;
import se.nollan.publish.figure.MonthContent;
import se.nollan.publish.figure.MonthSum;
import se.nollan.publish.figure.Scope;
import se.nollan.publish.results.ResultRepository;

/** Sums months from what stands now. */
@ApplicationScoped
public class CurrentMonth {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final MonthRepository months;
    private final ResultRepository results;
    private final Clock clock;
    private final boolean nation;

    CurrentMonth(
            MonthRepository months,
            ResultRepository results,
            Clock clock,
            @ConfigProperty(name = "nollan.nation") boolean nation) {
        this.months = months;
        this.results = results;
        this.clock = clock;
        this.nation = nation;
    }

    /** The month is over when its last Stockholm day is. */
    public boolean isOver(YearMonth month) {
        return month.atEndOfMonth().isBefore(LocalDate.now(clock.withZone(STOCKHOLM)));
    }

    Uni<MonthFigures> figures(Scope scope, YearMonth month) {
        return from(
                scope,
                month,
                (basis, content) ->
                        new MonthFigures(content, basis.outstanding(), basis.putAside(), basis.workedThrough()));
    }

    /** Reads the basis of a month, sums it, and computes what is asked from both; nothing of it on the event loop. */
    public <T> Uni<T> from(Scope scope, YearMonth month, BiFunction<MonthInput, MonthContent, T> then) {
        if (scope.nation() && !nation) {
            throw Problems.notFound("This installation is a region's; it has no figures of the nation.");
        }
        return months.basis(scope, month)
                .map(basis -> known(scope, basis))
                .chain(basis -> Workers.compute(() -> then.apply(basis, sum(scope, month, basis))));
    }

    /** Reads what the rows say and sums it; takes its time for a nation, so not on the event loop. */
    private MonthContent sum(Scope scope, YearMonth month, MonthInput basis) {
        return MonthSum.of(
                scope, month, basis.register(), results.read(basis.results(), basis.ruleSets()), basis.deliveries());
    }

    private static MonthInput known(Scope scope, Optional<MonthInput> basis) {
        return basis.filter(found -> scope.nation() || found.register().knowsRegion(scope.region()))
                .orElseThrow(() -> Problems.notFound(
                        "The register has no unit in region " + scope.region() + ". Check the county code."));
    }
}
