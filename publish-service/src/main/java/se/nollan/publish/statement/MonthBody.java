package se.nollan.publish.statement;

import java.util.List;
import java.util.Locale;
import se.nollan.publish.results.RuleSet;

/** A month as it stands, as JSON; the fields are those of a statement. */
record MonthBody(
        String region,
        String month,
        String shownTo,
        List<RuleSet> ruleSets,
        long registerVersion,
        List<Long> resultRegisterVersions,
        List<FigureBody> figures,
        List<GapBody> gaps) {

    static MonthBody of(MonthFigures month, Shown shown) {
        Content content = month.content();
        return new MonthBody(
                content.scope().region(),
                content.month().toString(),
                shown.to().name().toLowerCase(Locale.ROOT),
                content.ruleSets(),
                content.registerVersion(),
                content.resultRegisterVersions(),
                FigureBody.of(shown),
                GapBody.of(shown));
    }
}
