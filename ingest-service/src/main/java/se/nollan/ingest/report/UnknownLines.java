package se.nollan.ingest.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.format.Shape;
import se.nollan.ingest.pseudonym.PhoneNumbers;

/**
 * What the rows of one submission call lines that the register does not know, as far as it may be kept. A wrong column may stand
 * where the line is asked for, and hold callers: so only what many contacts have in common is kept, not when there are many of
 * them, and a number only as its shape.
 */
public final class UnknownLines {
    /** Fewer contacts than these may all be of one caller. */
    static final int FEWEST_CONTACTS = 10;

    /** More names than these are no lines. */
    static final int MOST_NAMES = 50;

    private static final int LONGEST = 64;
    private static final int FEWEST_DIGITS_OF_A_NUMBER = 6;

    private final Map<String, Seen> seen = new HashMap<>();
    private boolean tooMany;

    private static final class Seen {
        long contacts;
        LocalDate from = LocalDate.MAX;
        LocalDate to = LocalDate.MIN;
    }

    /**
     * A line that the register does not know.
     *
     * @param key what the log calls it; null: it looks like a number, which is not kept
     * @param shape what it looks like, digits as 9 and letters as a
     * @param contacts rows that name it
     * @param from first day of them, and {@code to} the last
     */
    public record Unknown(@Nullable String key, String shape, long contacts, LocalDate from, LocalDate to) {}

    /** A row names a line that is not known on its day. */
    public void add(String key, LocalDate day) {
        var line = seen.get(key);
        if (line == null) {
            if (tooMany || seen.size() == MOST_NAMES) {
                tooMany = true;
                return;
            }
            line = new Seen();
            seen.put(key, line);
        }
        line.contacts++;
        line.from = day.isBefore(line.from) ? day : line.from;
        line.to = day.isAfter(line.to) ? day : line.to;
    }

    /** What may be kept, the most used first. */
    public List<Unknown> listed() {
        if (tooMany) {
            return List.of();
        }
        var listed = new ArrayList<Unknown>();
        seen.forEach((key, line) -> {
            if (line.contacts >= FEWEST_CONTACTS) {
                listed.add(new Unknown(mayBeKept(key) ? key : null, Shape.of(key), line.contacts, line.from, line.to));
            }
        });
        listed.sort(Comparator.comparingLong(Unknown::contacts).reversed().thenComparing(Unknown::shape));
        return List.copyOf(listed);
    }

    private static boolean mayBeKept(String key) {
        return key.length() <= LONGEST
                && key.chars().filter(Character::isDigit).count() < FEWEST_DIGITS_OF_A_NUMBER
                && key.indexOf('@') < 0
                && !PhoneNumbers.isIn(key);
    }
}
