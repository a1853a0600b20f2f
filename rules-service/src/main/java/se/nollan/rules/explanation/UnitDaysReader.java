package se.nollan.rules.explanation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Problems;
import se.nollan.base.messaging.Workers;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;
import se.nollan.rules.measure.Edition;
import se.nollan.rules.measure.Register;
import se.nollan.rules.measure.Rule;
import se.nollan.rules.measure.RuleSet;
import se.nollan.rules.memory.AnswerMemory;
import se.nollan.rules.queue.UnitDay;
import se.nollan.rules.register.RegisterRepository;
import se.nollan.rules.register.RegisterVersion;
import se.nollan.rules.register.UnitAccess;
import se.nollan.rules.results.StandingResults;
import se.nollan.rules.ruleset.Editions;
import se.nollan.rules.slice.StandingSlices;

/** Reads what days of a unit are made of, for whoever may. */
@ApplicationScoped
class UnitDaysReader {

    /** A large unit has three thousand on a day. */
    private static final long MOST_CONTACTS = 150_000;

    private final Callers callers;
    private final SessionFactory sessions;
    private final RegisterRepository registers;
    private final StandingSlices slices;
    private final StandingResults results;
    private final UnitAccess unitAccess;
    private final Editions editions;
    private final AnswerMemory memory;

    UnitDaysReader(
            Callers callers,
            SessionFactory sessions,
            RegisterRepository registers,
            StandingSlices slices,
            StandingResults results,
            UnitAccess unitAccess,
            Editions editions,
            AnswerMemory memory) {
        this.callers = callers;
        this.sessions = sessions;
        this.registers = registers;
        this.slices = slices;
        this.results = results;
        this.unitAccess = unitAccess;
        this.editions = editions;
        this.memory = memory;
    }

    /**
     * Reads the days, which lie in one month, and makes an answer of them: on a worker thread, for judging a month may take a while, and in
     * its share of the memory for answers.
     *
     * @param edition another edition than the month's own, or null
     */
    <T> Uni<T> answer(String unit, List<LocalDate> days, @Nullable String edition, Function<UnitDays, T> answer) {
        return answer(unit, days, edition, (session, read) -> Uni.createFrom().item(read), answer);
    }

    /**
     * The same.
     *
     * @param more reads something more, at the same moment
     */
    <M, T> Uni<T> answer(
            String unit,
            List<LocalDate> days,
            @Nullable String edition,
            BiFunction<Session, UnitDays, Uni<M>> more,
            Function<M, T> answer) {
        RuleSet ruleSet = ruleSet(YearMonth.from(days.get(0)), edition);
        String reading = edition == null ? UnitDays.NATIONAL : UnitDays.ASKED;
        return callers.current()
                .map(caller -> new Asked(caller, unit, days, ruleSet, reading))
                .chain(asked -> sessions.withTransaction(session -> count(session, asked))
                        .chain(contacts -> memory.with(
                                contacts * AnswerMemory.BYTES_OF_A_CONTACT, () -> sessions.withTransaction(session ->
                                                read(session, asked).chain(read -> more.apply(session, read)))
                                        .chain(read -> Workers.compute(() -> answer.apply(read))))));
    }

    private record Asked(Caller caller, String unit, List<LocalDate> days, RuleSet ruleSet, String reading) {}

    private RuleSet ruleSet(YearMonth month, @Nullable String edition) {
        try {
            return edition == null ? editions.ruleSet(month) : RuleSet.of(Edition.named(edition));
        } catch (IllegalArgumentException none) {
            throw Problems.badRequest("no-such-edition", none.getMessage() + " Ask with edition=2.0, for instance.");
        }
    }

    /** How many contacts there are to be held at once, with what is said of each; a problem when there are too many. */
    private Uni<Long> count(Session session, Asked asked) {
        return registers
                .newest(session)
                .chain(register -> count(session, UnitDays.families(asked.unit, readable(asked, register), register)));
    }

    private Uni<Long> count(Session session, List<UnitDay> families) {
        return slices.contactsByDay(session, families).map(contacts -> {
            long all = contacts.values().stream().mapToLong(Long::longValue).sum();
            if (all > MOST_CONTACTS) {
                throw Problems.problem(
                                422,
                                "too-much",
                                "Too much for one answer",
                                all + " contacts touch these days, more than the " + MOST_CONTACTS
                                        + " that one answer is made of. Ask for single days.")
                        .build();
            }
            return all;
        });
    }

    /** All as it stood at one moment; counted once more, for more may have come while it waited for its turn. */
    private Uni<UnitDays> read(Session session, Asked asked) {
        return slices.oneMoment(session)
                .chain(() -> registers.newest(session))
                .chain(register -> read(session, asked, register, readable(asked, register)));
    }

    private Uni<UnitDays> read(Session session, Asked asked, RegisterVersion register, List<LocalDate> days) {
        List<UnitDay> families = UnitDays.families(asked.unit, days, register);
        return count(session, families)
                .chain(() -> slices.load(session, families))
                .chain(stored -> results.load(session, asked.unit, days.get(0), days.get(days.size() - 1))
                        .chain(standing -> slices.waiting(session, families)
                                .map(waiting -> new UnitDays(
                                        asked.unit,
                                        days,
                                        asked.reading,
                                        asked.ruleSet,
                                        register,
                                        stored,
                                        waiting.stream().map(UnitDay::day).collect(Collectors.toSet()),
                                        standing.stream()
                                                .filter(result -> days.contains(result.day()))
                                                .toList()))));
    }

    /** The days on which the unit is measured by itself and the caller may read of it; a problem when there are none. */
    private List<LocalDate> readable(Asked asked, RegisterVersion register) {
        List<LocalDate> readable = new ArrayList<>();
        RuntimeException why = unitAccess.unknown();
        for (LocalDate day : asked.days) {
            Register.Unit unit = register.register().unit(asked.unit, day);
            if (unit == null) {
                continue;
            }
            if (!unitAccess.allowed(asked.caller, unit)) {
                why = unitAccess.foreign();
            } else if (unit.parent() != null && asked.ruleSet.edition().rules().contains(Rule.S_4)) {
                why = measuredWith(unit.parent());
            } else {
                readable.add(day);
            }
        }
        if (readable.isEmpty()) {
            throw why;
        }
        return readable;
    }

    private static RuntimeException measuredWith(String parent) {
        return Problems.problem(
                        404,
                        "measured-with-parent",
                        "Not measured by itself",
                        "A branch's contacts are the unit's that it belongs to (S-4): ask for " + parent + ".")
                .with("measuredUnit", parent)
                .build();
    }
}
