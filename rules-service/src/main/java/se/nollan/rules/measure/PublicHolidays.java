package se.nollan.rules.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A version of the calendar: Sweden's public holidays by lag (1989:253), and the three eves, which are none by law but which P-X1 takes
 * as such by default (I-5). Versioned data, so that a figure can be made again.
 */
public final class PublicHolidays {

    private static final String HEADER = "date,name,kind,version";

    private enum Kind {
        HOLIDAY,
        EVE,
        NONE
    }

    /** What a day is, and since which version. */
    private record Entry(Kind kind, String version) {}

    private static final PublicHolidays CURRENT = read("se-1");

    /** The names of all versions, the oldest first. */
    private final List<String> versions;

    private final Map<LocalDate, Entry> days;
    private final int firstYear;
    private final int lastYear;

    private PublicHolidays(List<String> versions, Map<LocalDate, Entry> days) {
        this.versions = List.copyOf(versions);
        this.days = days;
        this.firstYear =
                days.keySet().stream().mapToInt(LocalDate::getYear).min().orElseThrow();
        this.lastYear =
                days.keySet().stream().mapToInt(LocalDate::getYear).max().orElseThrow();
    }

    /** The newest version. */
    public static PublicHolidays sweden() {
        return CURRENT;
    }

    /** The newest version's name, for instance {@code se-1}. */
    public String version() {
        return versions.get(versions.size() - 1);
    }

    /** The last year that it knows. */
    public int lastYear() {
        return lastYear;
    }

    /** The version that made the day what it is: a correction of other days is none of this day's. */
    public String version(LocalDate day) {
        Entry entry = days.get(day);
        return entry == null ? versions.get(0) : entry.version;
    }

    /** The version that made the days what they are: the newest of theirs. */
    public String version(Collection<LocalDate> days) {
        int newest = days.stream()
                .mapToInt(day -> versions.indexOf(version(day)))
                .max()
                .orElse(0);
        return versions.get(newest);
    }

    /** Whether the days are now what they were in a version, whatever has been corrected elsewhere since. */
    public boolean isAsIn(String version, Collection<LocalDate> days) {
        return versions.indexOf(version) >= versions.indexOf(version(days));
    }

    /**
     * The calendar with corrections, which may only name new versions.
     *
     * @param lines a header and rows {@code date,name,kind,version}, kind being {@code holiday}, {@code eve} or {@code none}; a later row
     *     of a day takes the place of an earlier one, and a row that changes nothing has no effect
     * @throws IllegalArgumentException if they cannot be read; the message says which line and what is expected
     */
    public PublicHolidays corrected(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).strip().equals(HEADER)) {
            throw new IllegalArgumentException("A calendar begins with the line " + HEADER + ".");
        }
        Map<LocalDate, Entry> corrected = new HashMap<>(days);
        List<String> named = new ArrayList<>(versions);
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty()) {
                continue;
            }
            String[] cells = line.split(",", -1);
            if (cells.length != 4
                    || !cells[3].matches("[A-Za-z0-9][A-Za-z0-9.-]{0,31}")
                    || cells[3].equals(versions.get(0))) {
                throw unreadable(i);
            }
            LocalDate date = date(cells[0], i);
            Kind kind = kind(cells[2], i);
            if (!named.contains(cells[3])) {
                named.add(cells[3]);
            }
            if (kind != kindOf(corrected.get(date)) && !isWeekend(date)) {
                corrected.put(date, new Entry(kind, cells[3]));
            }
        }
        return new PublicHolidays(named, corrected);
    }

    private static IllegalArgumentException unreadable(int line) {
        return new IllegalArgumentException(
                "Line " + (line + 1) + " of the calendar must be a date, a name, holiday, eve or none,"
                        + " and the version's own name, as 2028-05-02,extra,holiday,region-1.");
    }

    private static LocalDate date(String cell, int line) {
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeParseException notADate) {
            throw unreadable(line);
        }
    }

    private static Kind kind(String cell, int line) {
        return switch (cell) {
            case "holiday" -> Kind.HOLIDAY;
            case "eve" -> Kind.EVE;
            case "none" -> Kind.NONE;
            default -> throw unreadable(line);
        };
    }

    private static Kind kindOf(@Nullable Entry entry) {
        return entry == null ? Kind.NONE : entry.kind;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Whether the day is a <em>helgfri vardag</em> as the rule set reads I-5. */
    public boolean isWorkingDay(LocalDate date, RuleSet rules) {
        return isWorkingDay(date, rules.evesAreHolidays);
    }

    /**
     * Whether the day is a <em>helgfri vardag</em> (P-X1): neither Saturday, Sunday nor a public holiday.
     *
     * @throws IllegalArgumentException if the calendar does not reach that year
     */
    public boolean isWorkingDay(LocalDate date, boolean evesAreHolidays) {
        if (date.getYear() < firstYear || date.getYear() > lastYear) {
            throw new IllegalArgumentException(
                    "The calendar " + version() + " covers " + firstYear + " to " + lastYear + ", not " + date + ".");
        }
        if (isWeekend(date)) {
            return false;
        }
        Kind kind = kindOf(days.get(date));
        return kind == Kind.NONE || kind == Kind.EVE && !evesAreHolidays;
    }

    private static PublicHolidays read(String version) {
        InputStream data = Objects.requireNonNull(
                PublicHolidays.class.getResourceAsStream("/calendar/" + version + ".csv"), version);
        Map<LocalDate, Entry> days = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells -> days.put(
                            LocalDate.parse(cells[0]),
                            new Entry(cells[2].equals("eve") ? Kind.EVE : Kind.HOLIDAY, version)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new PublicHolidays(List.of(version), days);
    }
}
