package se.nollan.rules.whatif;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import se.nollan.rules.access.Caller;
import se.nollan.rules.access.Callers;
import se.nollan.rules.evaluation.Editions;
import se.nollan.rules.evaluation.Reading;
import se.nollan.rules.evaluation.StandingSlices;
import se.nollan.rules.http.Problems;
import se.nollan.rules.measure.Edition;
import se.nollan.rules.measure.Register;
import se.nollan.rules.measure.RuleSet;
import se.nollan.rules.register.RegisterRepository;
import se.nollan.rules.register.RegisterVersion;

/** Reads what a question is answered from, for whoever may, and refuses what would take too long. */
@ApplicationScoped
class MaterialReader {

    private static final long MOST_UNIT_MONTHS = 2_000;

    /** Some three seconds of a core. */
    private static final long MOST_JUDGEMENTS = 10_000_000;

    private final Callers callers;
    private final SessionFactory sessions;
    private final RegisterRepository registers;
    private final StandingSlices slices;
    private final Reading reading;
    private final Editions editions;

    MaterialReader(
            Callers callers,
            SessionFactory sessions,
            RegisterRepository registers,
            StandingSlices slices,
            Reading reading,
            Editions editions) {
        this.callers = callers;
        this.sessions = sessions;
        this.registers = registers;
        this.slices = slices;
        this.reading = reading;
        this.editions = editions;
    }

    Uni<Material> read(WhatIf asked) {
        return callers.current()
                .chain(caller -> sessions.withTransaction(session -> slices.oneMoment(session)
                        .chain(() -> registers.newest(session))
                        .map(register -> scope(caller, register, asked))
                        .chain(scope -> read(session, scope, asked))));
    }

    private Uni<Material> read(Session session, Scope scope, WhatIf asked) {
        SortedMap<YearMonth, Material.Rules> rules = rules(scope, asked);
        var families = scope.families();
        return slices.countContacts(session, families)
                .invoke(contacts -> {
                    long judgements = contacts * (1 + asked.ruleSets().size());
                    if (judgements > MOST_JUDGEMENTS) {
                        throw tooMuch(contacts + " contacts under "
                                + (1 + asked.ruleSets().size()) + " rule sets are more than the " + MOST_JUDGEMENTS
                                + " judgements of one question");
                    }
                })
                .chain(() -> slices.load(session, families))
                .map(stored -> new Material(scope, rules, stored));
    }

    private SortedMap<YearMonth, Material.Rules> rules(Scope scope, WhatIf asked) {
        SortedMap<YearMonth, Material.Rules> rules = new TreeMap<>();
        for (YearMonth month : scope.months()) {
            RuleSet own = own(month, asked);
            Edition edition = own.edition();
            rules.put(
                    month,
                    new Material.Rules(
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
    private Scope scope(Caller caller, RegisterVersion register, WhatIf asked) {
        Collection<String> units = asked.region() == null ? asked.units() : register.unitIds();
        asked.units().forEach(unit -> reading.checkEver(caller, unit, register));
        Scope scope = new Scope(register);
        LocalDate end = asked.to().plusMonths(1).atDay(1);
        for (String id : units) {
            for (LocalDate day = asked.from().atDay(1); day.isBefore(end); day = day.plusDays(1)) {
                Register.Unit unit = register.register().unit(id, day);
                boolean wanted = unit != null
                        && (asked.region() == null || asked.region().equals(unit.region()))
                        && reading.allowed(caller, unit);
                if (wanted) {
                    scope.add(id, day);
                }
            }
        }
        if (scope.isEmpty()) {
            throw asked.region() != null && !caller.oversees(asked.region()) ? reading.foreign() : reading.unknown();
        }
        if (scope.unitMonths() * asked.ruleSets().size() > MOST_UNIT_MONTHS) {
            throw tooMuch(scope.unitMonths() + " units and months under "
                    + asked.ruleSets().size() + " rule sets are more than the " + MOST_UNIT_MONTHS
                    + " figures of one question");
        }
        return scope;
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
