package se.nollan.rules.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import se.nollan.base.http.Paging;
import se.nollan.rules.evaluation.Evaluator;
import se.nollan.rules.explanation.SliceDigest;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.ruleset.RuleSetJson;
import se.nollan.rules.slice.StandingSlice;

/** Judges the contacts under all rule sets. Takes its time: not for an event loop. */
@ApplicationScoped
class WhatIfEvaluation {

    private final Evaluator evaluator;
    private final RuleSetJson json;

    WhatIfEvaluation(Evaluator evaluator, RuleSetJson json) {
        this.evaluator = evaluator;
        this.json = json;
    }

    /** A question that is being answered. */
    final class Running {
        private final WhatIfInput whatIfInput;
        private final Paging paging;
        private final int ruleSets;
        private final Comparison comparison;
        private final List<StandingSlice> seen = new ArrayList<>();

        private Running(WhatIfInput whatIfInput, Paging paging) {
            this.whatIfInput = whatIfInput;
            this.paging = paging;
            this.ruleSets =
                    whatIfInput.rules().values().iterator().next().others().size();
            this.comparison = new Comparison(ruleSets, paging);
        }

        /** Adds whole days, which follow those before. */
        Running add(List<StandingSlice> slices) {
            Map<LocalDate, List<StandingSlice>> byDay = slices.stream()
                    .collect(Collectors.groupingBy(slice -> slice.key().day(), TreeMap::new, Collectors.toList()));
            List<LocalDate> days = List.copyOf(byDay.keySet());
            List<DayComparison> compared = days.parallelStream()
                    .map(day -> compare(whatIfInput, day, byDay.get(day)))
                    .toList();
            for (int i = 0; i < days.size(); i++) {
                comparison.add(YearMonth.from(days.get(i)), compared.get(i));
            }
            slices.forEach(slice -> seen.add(slice.withoutBody()));
            return this;
        }

        WhatIfAnswer answer() {
            WhatIfFigures whatIfFigures =
                    new WhatIfFigures(comparison, whatIfInput.scope().register(), ruleSets);
            return new WhatIfAnswer(
                    whatIfInput.scope().register().version(),
                    SliceDigest.of(seen),
                    whatIfInput.rules().entrySet().stream()
                            .map(month -> new WhatIfAnswer.MonthRules(
                                    month.getKey(),
                                    json.of(month.getValue().base(), days(month.getKey())),
                                    month.getValue().others().stream()
                                            .map(ruleSet -> (JsonNode) json.of(ruleSet, days(month.getKey())))
                                            .toList()))
                            .toList(),
                    whatIfFigures.totals(),
                    whatIfFigures.each(),
                    new WhatIfAnswer.Moves(
                            comparison.page().stream()
                                    .map(WhatIfAnswer.Moved::of)
                                    .toList(),
                            paging.page(),
                            paging.limit(),
                            comparison.moves()));
        }
    }

    private static List<LocalDate> days(YearMonth month) {
        return month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).toList();
    }

    Running begin(WhatIfInput whatIfInput, Paging paging) {
        return new Running(whatIfInput, paging);
    }

    private DayComparison compare(WhatIfInput whatIfInput, LocalDate day, List<StandingSlice> slices) {
        List<Contact> contacts = new ArrayList<>();
        slices.forEach(slice -> contacts.addAll(slice.contacts()));
        WhatIfInput.Rules rules = whatIfInput.rules().get(YearMonth.from(day));
        return DayComparison.of(
                whatIfInput.scope(),
                day,
                contacts,
                rules.base(),
                rules.others(),
                (ruleSet, all) -> evaluator.judge(whatIfInput.scope().register(), ruleSet, all));
    }
}
