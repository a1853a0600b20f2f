package se.nollan.local.check;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.report.Report;
import se.nollan.rules.measure.Counts;
import se.nollan.rules.measure.Rule;
import se.nollan.rules.measure.Tally;

/** What came of a trial, in plain words. */
final class TrialText {
    private static final int EXAMPLES = 5;
    private static final int ERRORS = 20;
    private static final int LINES = 40;

    private final StringBuilder text = new StringBuilder();

    private TrialText() {}

    static String of(Trial.Result result) {
        var told = new TrialText();
        told.rows(result);
        told.leftOut(result.made().skipped());
        told.errors(result);
        told.notSpokenOf(result);
        told.measure(result.tallies());
        told.examples(result.made().contacts());
        return told.text.toString();
    }

    private void rows(Trial.Result result) {
        var made = result.made();
        var inError = made.errorCounts().stream().mapToLong(Report.Tally::count).sum();
        line("%,d rows read: %,d contacts", made.rows(), made.made());
        line("  %,d answered, %,d without a caller", made.answered(), made.withheld());
        made.kinds().forEach((kind, count) -> line("  %,d %s", count, kind));
        if (made.joined() > 0) {
            line("  %,d further rows tell of the same contacts", made.joined());
        }
        if (result.repeated() > 0) {
            line(
                    "  %,d have the id of an earlier one: those that say the same count once, the others would be errors",
                    result.repeated());
        }
        if (inError == 0) {
            line("  nothing is in error");
        }
    }

    private void leftOut(List<Report.Skipped> skipped) {
        if (!skipped.isEmpty()) {
            title("Rows left out");
            skipped.forEach(one -> line("  %,8d  %s (%s)", one.rows(), one.because(), places(one.lines(), one.rows())));
        }
    }

    private void errors(Trial.Result result) {
        var made = result.made();
        if (made.errorCounts().isEmpty() && made.warningCounts().isEmpty()) {
            return;
        }
        title("In error, and what to do");
        made.errorCounts()
                .forEach(tally ->
                        line("  %,8d  %s %s", tally.count(), tally.rule(), tally.field() == null ? "" : tally.field()));
        made.errors().stream()
                .limit(ERRORS)
                .forEach(error -> line(
                        "            row %d%s%s: %s",
                        error.line(),
                        error.field() == null ? "" : ", " + error.field(),
                        error.value() == null ? "" : " \"" + error.value() + "\"",
                        error.advice()));
        made.warningCounts()
                .forEach(tally -> line(
                        "  %,8d  %s %s (a warning)",
                        tally.count(), tally.rule(), tally.field() == null ? "" : tally.field()));
    }

    private void notSpokenOf(Trial.Result result) {
        var made = result.made();
        if (!made.unreadColumns().isEmpty()) {
            title("Columns that the profile does not read");
            line("  %s", String.join(", ", made.unreadColumns()));
        }
        if (!made.unknownWords().isEmpty()) {
            title("Words that the profile does not speak of");
            made.unknownWords().forEach(word -> line("  %,8d  %s: %s", word.rows(), word.column(), word.word()));
        }
    }

    /** Each line by itself: which unit has it, only the register knows. */
    private void measure(List<Tally> tallies) {
        title("What the measure would say (edition 2.0, each line taken for a unit of its own)");
        var byLine = new TreeMap<String, Counts>();
        var byRule = new EnumMap<Rule, Long>(Rule.class);
        for (var tally : tallies) {
            byLine.merge(tally.unit() + "  " + tally.channel().word(), Counts.of(List.of(tally)), Counts::plus);
            for (var rules : List.of(tally.hitsBy(), tally.missesBy(), tally.excludedBy(), tally.mergedBy())) {
                rules.forEach((rule, count) -> byRule.merge(rule, count, Long::sum));
            }
        }
        byLine.entrySet().stream()
                .limit(LINES)
                .forEach(one -> line(
                        "  %-40s %,7d of %,7d  %s   (%,d excluded, %,d merged)",
                        one.getKey(),
                        one.getValue().hits(),
                        one.getValue().counted(),
                        percent(one.getValue().share()),
                        one.getValue().excluded(),
                        one.getValue().merged()));
        if (byLine.size() > LINES) {
            line("  and %,d lines more", byLine.size() - LINES);
        }
        byRule.forEach((rule, count) -> line("  %,8d  %-6s %s", count, rule.id(), rule.english()));
    }

    private static String percent(@Nullable BigDecimal share) {
        return share == null ? "  –   " : String.format(Locale.ROOT, "%5.1f %%", share.movePointRight(2));
    }

    private void examples(List<Map<String, Object>> contacts) {
        title("The first contacts (ids and callers as shapes: digits as 9, letters as a)");
        contacts.stream()
                .limit(EXAMPLES)
                .forEach(contact -> line(
                        "  %s",
                        contact.entrySet().stream()
                                .map(field -> field.getKey() + "=" + field.getValue())
                                .collect(Collectors.joining("  "))));
    }

    private static String places(List<Long> lines, long rows) {
        return (rows == 1 ? "row " : "rows ")
                + lines.stream().map(String::valueOf).collect(Collectors.joining(", "))
                + (rows > lines.size() ? " …" : "");
    }

    private void title(String title) {
        text.append('\n').append(title).append('\n');
    }

    private void line(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
