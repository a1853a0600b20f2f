package se.nollan.ingest.expected;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Problems;
import se.nollan.base.security.Caller;
import se.nollan.ingest.format.TimeText;
import se.nollan.ingest.register.CurrentRegister;
import se.nollan.ingest.register.Period;
import se.nollan.ingest.register.Register;

/** What is expected of those whom a caller may see. */
@ApplicationScoped
class Expectations {
    private final SessionFactory sessions;
    private final CurrentRegister currentRegister;
    private final ExpectedRepository expected;
    private final Clock clock;
    private final java.time.Period due;

    Expectations(
            SessionFactory sessions,
            CurrentRegister currentRegister,
            ExpectedRepository expected,
            Clock clock,
            @ConfigProperty(name = "nollan.submissions-due") java.time.Period due) {
        this.sessions = sessions;
        this.currentRegister = currentRegister;
        this.expected = expected;
        this.clock = clock;
        this.due = due;
    }

    /** A provider and what is expected of it. */
    record Of(String provider, String name, Expectation.OfProvider expectation) {}

    /** The last day on which a month may come in and is not late. */
    LocalDate due(YearMonth month) {
        return month.atEndOfMonth().plus(due);
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(TimeText.STOCKHOLM));
    }

    /** @param named only this provider; null: all that the caller may see */
    Uni<List<Of>> of(Caller caller, YearMonth month, @Nullable String named) {
        var last = month.atEndOfMonth().isBefore(today()) ? month.atEndOfMonth() : today().minusDays(1);
        if (last.isBefore(month.atDay(1))) {
            throw Problems.badRequest("bad-parameter", "Nothing of " + month + " is expected yet.");
        }
        return sessions.withTransaction(
                session -> currentRegister.current(session).chain(register -> {
                    var names = new TreeMap<String, String>();
                    for (var provider : register.content().providers()) {
                        if (register.isSeenBy(caller, provider.id())
                                && (named == null || named.equals(provider.id()))) {
                            names.put(provider.id(), provider.name());
                        }
                    }
                    if (named != null && names.isEmpty()) {
                        throw Problems.notAllowed(
                                "You may not see this provider, or the register has none of that number.");
                    }
                    return Multi.createFrom()
                            .iterable(names.entrySet())
                            .onItem()
                            .transformToUniAndConcatenate(one -> of(session, register, one.getKey(), month, last)
                                    .map(of -> new Of(one.getKey(), one.getValue(), of)))
                            .filter(of -> of.expectation().expected() > 0)
                            .collect()
                            .asList();
                }));
    }

    private Uni<Expectation.OfProvider> of(
            Session session, Register register, String provider, YearMonth month, LocalDate last) {
        var first = month.atDay(1);
        var lines = register.linesOf(provider, new Period(first, last));
        return expected.came(session, provider, first, last)
                .chain(came -> expected.absences(session, provider, first, last)
                        .map(absences -> Expectation.of(lines, came, absences, today().isAfter(due(month)))));
    }
}
