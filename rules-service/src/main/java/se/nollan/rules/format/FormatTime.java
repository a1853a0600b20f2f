package se.nollan.rules.format;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Day;

/** Reads a time of the contact format: RFC 3339 with an offset, or local Swedish time without one, to the millisecond. */
final class FormatTime {

    private static final Pattern FORM =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,3})?(Z|[+-]\\d{2}:\\d{2})?");

    private FormatTime() {}

    /**
     * Milliseconds since 1970-01-01T00:00Z.
     *
     * @param notBefore the contact's {@code createdAt}, or {@link Contact#NONE}: of the two instants that a repeated local time may be, the
     *     second is meant when the first would lie before it
     * @throws DateTimeException if it is not such a time, or a local time that summer time skips
     */
    static long millis(String text, long notBefore) {
        if (!FORM.matcher(text).matches()) {
            throw new DateTimeException("not a time");
        }
        if (text.endsWith("Z") || text.charAt(text.length() - 6) == '+' || text.charAt(text.length() - 6) == '-') {
            return OffsetDateTime.parse(text).toInstant().toEpochMilli();
        }
        LocalDateTime local = LocalDateTime.parse(text);
        List<ZoneOffset> offsets = Day.STOCKHOLM.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new DateTimeException("summer time skips it");
        }
        Instant first = local.toInstant(offsets.get(0));
        boolean second = offsets.size() == 2 && first.toEpochMilli() < notBefore;
        return (second ? local.toInstant(offsets.get(1)) : first).toEpochMilli();
    }
}
