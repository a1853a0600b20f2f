package se.nollan.rules.whatif;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import se.nollan.base.http.Paging;
import se.nollan.base.http.Problems;
import se.nollan.base.messaging.Workers;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;
import se.nollan.rules.measure.Edition;
import se.nollan.rules.measure.Register;
import se.nollan.rules.measure.RuleSet;
import se.nollan.rules.register.RegisterRepository;
import se.nollan.rules.register.RegisterVersion;
import se.nollan.rules.register.UnitAccess;
import se.nollan.rules.ruleset.Editions;
import se.nollan.rules.slice.StandingSlices;

/** Answers a question, for whoever may ask it, and refuses what would take too long or too much memory. */
@ApplicationScoped
class WhatIfService {

    private static final long MOST_UNIT_MONTHS = 2_000;

    private final Callers callers;
    private final SessionFactory sessions;
    private final RegisterRepository registers;
    private final StandingSlices slices;
    private final UnitAccess unitAccess;
    private final Editions editions;
    private final WhatIfEvaluation whatIfEvaluation;

    WhatIfService(
            Callers callers,
            SessionFactory sessions,
            RegisterRepository registers,
            StandingSlices slices,
            UnitAccess unitAccess,
            Editions editions,
            WhatIfEvaluation whatIfEvaluation) {
        this.callers = callers;
        this.sessions = sessions;
        this.registers = registers;
        this.slices = slices;
        this.unitAccess = unitAccess;
        this.editions = editions;
        this.whatIfEvaluation = whatIfEvaluation;
    }

    /** Judges days as they are read, all as they stood at one moment. */
    Uni<WhatIfAnswer> answer(WhatIf asked, Paging paging) {
        return callers.current()
                .chain(caller -> sessions.withTransaction(session -> slices.oneMoment(session)
                        .chain(() -> registers.newest(session))
                        .map(register -> scope(caller, register, asked))
                        .chain(whatIfScope -> answer(session, whatIfScope, asked, paging))));
    }

    private Uni<WhatIfAnswer> answer(Session session, WhatIfScope whatIfScope, WhatIf asked, Paging paging) {
        WhatIfInput input = new WhatIfInput(whatIfScope, rules(whatIfScope, asked));
        return slices.contactsByDay(session, whatIfScope.families(whatIfScope.days()))
                .map(contacts -> portions(contacts, 1 + asked.ruleSets().size()))
                .chain(portions -> {
                    WhatIfEvaluation.Running running = whatIfEvaluation.begin(input, paging);
                    return Multi.createFrom()
                            .iterable(portions)
                            .onItem()
                            .transformToUniAndConcatenate(days -> slices.load(session, whatIfScope.families(days))
                                    .chain(some -> Workers.compute(() -> running.add(some))))
                            .collect()
                            .last()
                            .chain(() -> Workers.compute(running::answer));
                });
    }

    private static List<List<LocalDate>> portions(SortedMap<LocalDate, Long> contacts, int ruleSets) {
        try {
            return WhatIfBudget.portions(contacts, ruleSets);
        } catch (WhatIfBudget.TooMuch e) {
            throw tooMuch(e.getMessage());
        }
    }

    private SortedMap<YearMonth, WhatIfInput.Rules> rules(WhatIfScope whatIfScope, WhatIf asked) {
        SortedMap<YearMonth, WhatIfInput.Rules> rules = new TreeMap<>();
        for (YearMonth month : whatIfScope.months()) {
            RuleSet own = own(month, asked);
            Edition edition = own.edition();
            rules.put(
                    month,
                    new WhatIfInput.Rules(
                            asked.base() == null ? own : asked.base().over(edition),
                            asked.ruleSets().stream()
                                    .map(ruleSet -> ruleSet.over(edition))
                                    .toList()));
        }
        return rules;
    }

    /** Before 2010 no edition is in force: then all must be named, and it does not matter what stands in for the own one. */
    private RuleSet own(YearMonth month, WhatIf asked) {
        try {
            return editions.ruleSet(month);
        } catch (IllegalArgumentException none) {
            boolean named = asked.base() != null
                    && asked.base().namesEdition()
                    && asked.ruleSets().stream().allMatch(ruleSet -> ruleSet.namesEdition());
            if (named) {
                return RuleSet.of(Edition.V2_0);
            }
            throw Problems.badRequest(
                    "no-such-edition",
                    "No edition is in force in " + month + ". Name one in base and in every rule set.");
        }
    }

    /** The units on the days on which the caller may read of them. */
    private WhatIfScope scope(Caller caller, RegisterVersion register, WhatIf asked) {
        Collection<String> units = asked.region() == null ? asked.units() : register.unitIds();
        asked.units().forEach(unit -> unitAccess.checkEver(caller, unit, register));
        WhatIfScope whatIfScope = new WhatIfScope(register);
        LocalDate end = asked.to().plusMonths(1).atDay(1);
        for (String id : units) {
            for (LocalDate day = asked.from().atDay(1); day.isBefore(end); day = day.plusDays(1)) {
                Register.Unit unit = register.register().unit(id, day);
                boolean wanted = unit != null
                        && (asked.region() == null || asked.region().equals(unit.region()))
                        && unitAccess.allowed(caller, unit);
                if (wanted) {
                    whatIfScope.add(id, day);
                }
            }
            checkFigures(whatIfScope, asked);
        }
        if (whatIfScope.isEmpty()) {
            throw asked.region() != null && !caller.oversees(asked.region())
                    ? unitAccess.foreign()
                    : unitAccess.unknown();
        }
        return whatIfScope;
    }

    /** As the scope grows, so that it never grows far beyond. */
    private static void checkFigures(WhatIfScope whatIfScope, WhatIf asked) {
        if (whatIfScope.unitMonths() * asked.ruleSets().size() > MOST_UNIT_MONTHS) {
            throw tooMuch("So many units and months under " + asked.ruleSets().size() + " rule sets are more than the "
                    + MOST_UNIT_MONTHS + " figures of one question");
        }
    }

    private static HttpProblem tooMuch(String what) {
        return Problems.problem(
                        422,
                        "too-much",
                        "Too much for one question",
                        what + ". Ask about fewer units, months or rule sets.")
                .build();
    }
}
