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

    /** Days that are judged side by side: enough for the cores, few enough that their contacts fit in memory. */
    private static final int TOGETHER = 4;

    private final Evaluator evaluator;
    private final RuleSetJson json;

    WhatIfEvaluation(Evaluator evaluator, RuleSetJson json) {
        this.evaluator = evaluator;
        this.json = json;
    }

    WhatIfAnswer answer(WhatIfInput whatIfInput, Paging paging) {
        Map<LocalDate, List<StandingSlice>> byDay = whatIfInput.slices().stream()
                .collect(Collectors.groupingBy(slice -> slice.key().day(), TreeMap::new, Collectors.toList()));
        int ruleSets = whatIfInput.rules().values().iterator().next().others().size();
        Comparison comparison = new Comparison(ruleSets, paging);
        List<LocalDate> days = new ArrayList<>(byDay.keySet());
        for (int first = 0; first < days.size(); first += TOGETHER) {
            List<LocalDate> some = days.subList(first, Math.min(days.size(), first + TOGETHER));
            List<DayComparison> compared = some.parallelStream()
                    .map(day -> compare(whatIfInput, day, byDay.get(day)))
                    .toList();
            for (int i = 0; i < some.size(); i++) {
                comparison.add(YearMonth.from(some.get(i)), compared.get(i));
            }
        }
        WhatIfFigures whatIfFigures =
                new WhatIfFigures(comparison, whatIfInput.scope().register(), ruleSets);
        return new WhatIfAnswer(
                whatIfInput.scope().register().version(),
                SliceDigest.of(whatIfInput.slices()),
                whatIfInput.rules().entrySet().stream()
                        .map(month -> new WhatIfAnswer.MonthRules(
                                month.getKey(),
                                json.of(month.getValue().base()),
                                month.getValue().others().stream()
                                        .map(ruleSet -> (JsonNode) json.of(ruleSet))
                                        .toList()))
                        .toList(),
                whatIfFigures.totals(),
                whatIfFigures.each(),
                new WhatIfAnswer.Moves(
                        comparison.page().stream().map(WhatIfAnswer.Moved::of).toList(),
                        paging.page(),
                        paging.limit(),
                        comparison.moves()));
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
