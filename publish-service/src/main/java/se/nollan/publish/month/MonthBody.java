package se.nollan.publish.month;

import java.util.List;
import java.util.Locale;
import se.nollan.publish.figure.MonthContent;
import se.nollan.publish.figure.ReaderView;
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

    static MonthBody of(MonthFigures month, ReaderView readerView) {
        MonthContent monthContent = month.content();
        return new MonthBody(
                monthContent.scope().region(),
                monthContent.month().toString(),
                readerView.to().name().toLowerCase(Locale.ROOT),
                monthContent.ruleSets(),
                monthContent.registerVersion(),
                monthContent.resultRegisterVersions(),
                FigureBody.of(readerView),
                GapBody.of(readerView));
    }
}
