package se.nollan.publish.figure;

import java.time.YearMonth;
import java.util.List;
import se.nollan.publish.results.RuleSet;

/**
 * What a statement says, apart from who drafted and signed it: a pure function of a register version and the results
 * and deliveries of the month.
 *
 * @param ruleSets what the results were evaluated by; more than one only while a re-evaluation is under way
 * @param registerVersion the register by which days were given to providers, forms and regions
 * @param resultRegisterVersions the registers by which the results were evaluated
 * @param figures by level, id and channel
 * @param gaps what was not sent
 * @param pins every result summed
 * @param unattributed results with contacts whose unit the register does not know on their day
 */
public record MonthContent(
        Scope scope,
        YearMonth month,
        List<RuleSet> ruleSets,
        long registerVersion,
        List<Long> resultRegisterVersions,
        List<Figure> figures,
        List<Gap> gaps,
        List<ResultRevision> pins,
        List<ResultRevision> unattributed) {

    public MonthContent {
        ruleSets = List.copyOf(ruleSets);
        resultRegisterVersions = List.copyOf(resultRegisterVersions);
        figures = List.copyOf(figures);
        gaps = List.copyOf(gaps);
        pins = List.copyOf(pins);
        unattributed = List.copyOf(unattributed);
    }
}
