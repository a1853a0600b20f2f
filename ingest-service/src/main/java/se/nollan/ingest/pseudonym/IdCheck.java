package se.nollan.ingest.pseudonym;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a vendor's id of a contact gives somebody away (the contact format, <i>Personal data</i>): it carries the caller's number, or a
 * part that reads whole as a Swedish mobile number or as a personal identity number. Time stamps, padded counters and UUIDs do not.
 */
final class IdCheck {
    // Shorter keys of callers, as some vendors number theirs, stand inside other ids by chance.
    private static final int LONG_ENOUGH_TO_FIND = 6;
    private static final Pattern MOBILE = Pattern.compile("07\\d{8}|(?:00)?467\\d{8}|(?:00)?4607\\d{8}");
    // Nobody parts a single digit from the end of a number whose other parts are longer.
    private static final Pattern COUNTED = Pattern.compile("[\\d|]*\\d{4,}\\|\\d");
    private static final Pattern SIGNED = Pattern.compile("(?<!\\d)\\d{6}[-+\\p{Pd}]\\d{4}(?!\\d)");
    private static final Pattern PARTED = Pattern.compile("[\\d|]*\\|\\d\\|?\\d\\|?\\d\\|?\\d");
    private static final Pattern UUID = Pattern.compile("\\{?[0-9a-fA-F]{8}(?:-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}}?");
    private static final Pattern TIME_STAMP = Pattern.compile("(?<!\\d)(\\d{4})[-./_ ]?(\\d{2})[-./_ ]?(\\d{2})"
            + "(?:[T _:./-]?([01]\\d|2[0-3])[:._-]?([0-5]\\d)(?:[:._-]?[0-5]\\d(?:[.,]?\\d{1,9})?)?)?(?!\\d)");
    // An id may hold the day of the contact, or that of the case that it belongs to.
    private static final int DAYS_BACK = 400;
    // Of a mobile number, 0701234567 or 0046701234567, and of a personal identity number, with and without the century.
    private static final int FEWEST_DIGITS = 10;
    private static final int MOST_DIGITS = 14;
    private static final int LONGEST_NUMBER = 28;

    private IdCheck() {}

    static boolean givesAway(String id, @Nullable String contact, @Nullable Identity identity, LocalDate day) {
        if (contact != null && identity != null && holds(id, contact, identity)) {
            return true;
        }
        return !isTooShort(id) && !isTooLong(id) && holdsANumber(id, day);
    }

    /** Neither a mobile number nor a personal identity number has so few digits. */
    private static boolean isTooShort(String id) {
        return Notation.countDigits(id) < FEWEST_DIGITS;
    }

    /** One run of more digits than either has. */
    private static boolean isTooLong(String id) {
        return id.length() > MOST_DIGITS && Notation.isPlainDigits(id);
    }

    /** Looks at every part. */
    static boolean holdsANumber(String id, LocalDate day) {
        if (UUID.matcher(id).matches()) {
            return false;
        }
        var rest = withoutTimeStamps(id, day);
        for (var part : parts(rest)) {
            var digits = part.replace("|", "");
            if (MOBILE.matcher(digits).matches() && !COUNTED.matcher(part).matches()
                    || isPartedAsAPersonalNumber(part) && PersonalNumbers.isOne(digits, false, day)) {
                return true;
            }
        }
        return SIGNED.matcher(rest)
                .results()
                .anyMatch(number -> PersonalNumbers.isOne(Notation.digits(number.group()), true, day));
    }

    /** In one piece, or parted before its last four digits at least: other runs side by side are a case, a date and a time of day. */
    private static boolean isPartedAsAPersonalNumber(String part) {
        return part.indexOf('|') < 0 || PARTED.matcher(part).matches();
    }

    /** The caller's digits, with everything else taken out; or the vendor's own key of a caller. */
    private static boolean holds(String id, String contact, Identity identity) {
        var text = identity.text();
        if (text == null) {
            return false;
        }
        var sought = contact.strip().toLowerCase(Locale.ROOT);
        var lower = id.toLowerCase(Locale.ROOT);
        if (lower.equals(sought) || sought.length() >= LONG_ENOUGH_TO_FIND && lower.contains(sought)) {
            return true;
        }
        var number = significant(text);
        return number.length() >= LONG_ENOUGH_TO_FIND
                && number.length() <= id.length()
                && Notation.digits(id).contains(number);
    }

    /** Of a telephone number what follows country code or zero, of a personal identity number the last ten digits; else nothing. */
    private static String significant(String text) {
        if (text.startsWith("+")) {
            return text.substring(text.startsWith("+46") ? 3 : 1);
        }
        return text.length() == 12 && Notation.isPlainDigits(text) ? text.substring(2) : "";
    }

    private static String withoutTimeStamps(String id, LocalDate day) {
        return TIME_STAMP.matcher(id).replaceAll(stamp -> {
            try {
                var date = LocalDate.of(
                        Integer.parseInt(stamp.group(1)),
                        Integer.parseInt(stamp.group(2)),
                        Integer.parseInt(stamp.group(3)));
                var recent = !date.isAfter(day.plusDays(1)) && !date.isBefore(day.minusDays(DAYS_BACK));
                return recent ? "t" : stamp.group().replace("\\", "\\\\").replace("$", "\\$");
            } catch (DateTimeException noDate) {
                return stamp.group().replace("\\", "\\\\").replace("$", "\\$");
            }
        });
    }

    /** Runs of digits, and neighbouring runs put together, with a bar between, where nothing but separators stands between them. */
    private static List<String> parts(String id) {
        var parts = new ArrayList<String>();
        var open = new ArrayList<StringBuilder>();
        var within = false;
        for (var i = 0; i < id.length(); i += Character.charCount(id.codePointAt(i))) {
            var character = id.codePointAt(i);
            var digit = Notation.digit(character);
            if (digit >= 0) {
                if (!within) {
                    open.forEach(part -> part.append('|'));
                    open.add(new StringBuilder());
                }
                open.forEach(part -> part.append(digit));
                within = true;
                continue;
            }
            close(open, within, parts);
            if (!Notation.separates(character) || character == ':') {
                open.clear();
            }
            within = false;
        }
        close(open, within, parts);
        return parts;
    }

    private static void close(List<StringBuilder> open, boolean within, List<String> parts) {
        if (within) {
            open.removeIf(part -> part.length() > LONGEST_NUMBER);
            open.forEach(part -> parts.add(part.toString()));
        }
    }
}
