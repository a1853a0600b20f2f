package se.nollan.ingest.inbox;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.pseudonym.PhoneNumbers;

/** What the name of a file says: which days it covers, and of what form it is. */
final class FileName {
    /** How the report beside a file is called. */
    static final String TEXT = ".report.txt";

    /** How its rows are called. */
    static final String TABLE = ".report.csv";

    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._()+-]{0,119}");
    private static final Pattern DAY = Pattern.compile("(?<!\\d)(20\\d\\d)-?(\\d\\d)-?(\\d\\d)(?!\\d)");
    private static final Pattern MONTH = Pattern.compile("(?<!\\d)(20\\d\\d)-?(\\d\\d)(?!\\d)");
    private static final List<String> UNFINISHED = List.of(".part", ".filepart", ".tmp", ".uploading", ".partial");

    private FileName() {}

    /** The days that a file covers. */
    record Days(LocalDate from, LocalDate to) {}

    /** Whether a file may be called so: it is kept and told, so it holds nobody's number, and leads nowhere. */
    static boolean isAllowed(String name) {
        return ALLOWED.matcher(name).matches()
                && !isReport(name)
                && !PhoneNumbers.isIn(DAY.matcher(name).replaceAll(" "));
    }

    static boolean isReport(String name) {
        return name.endsWith(TEXT) || name.endsWith(TABLE);
    }

    /** Whether its sender says by the name that it is not whole yet. */
    static boolean isUnfinished(String name) {
        return UNFINISHED.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    /**
     * A day, two days, a month or two months that stand in the name; null: none, or several that say nothing together. What of them has not
     * been yet is left out.
     */
    static @Nullable Days days(String name, LocalDate today) {
        try {
            var days = new ArrayList<LocalDate>();
            var day = DAY.matcher(name);
            while (day.find()) {
                days.add(LocalDate.of(number(day.group(1)), number(day.group(2)), number(day.group(3))));
            }
            if (!days.isEmpty()) {
                return days.size() > 2 ? null : until(days.get(0), days.get(days.size() - 1), today);
            }
            var months = new ArrayList<YearMonth>();
            var month = MONTH.matcher(name);
            while (month.find()) {
                months.add(YearMonth.of(number(month.group(1)), number(month.group(2))));
            }
            return months.isEmpty() || months.size() > 2
                    ? null
                    : until(
                            months.get(0).atDay(1),
                            months.get(months.size() - 1).atEndOfMonth(),
                            today);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static @Nullable Days until(LocalDate from, LocalDate to, LocalDate today) {
        return to.isBefore(from) || from.isAfter(today) ? null : new Days(from, to.isAfter(today) ? today : to);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    static boolean isGzip(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    /** The form that its ending says, as HTTP says it. */
    static String contentType(String name) {
        var plain = name.toLowerCase(Locale.ROOT);
        if (isGzip(plain)) {
            plain = plain.substring(0, plain.length() - ".gz".length());
        }
        return switch (plain.substring(plain.lastIndexOf('.') + 1)) {
            case "ndjson", "jsonl" -> "application/x-ndjson";
            case "json" -> "application/json";
            case "xml" -> "application/xml";
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case "zip" -> "application/zip";
            default -> "text/csv";
        };
    }
}
