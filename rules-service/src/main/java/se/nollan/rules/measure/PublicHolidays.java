package se.nollan.rules.measure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A version of the calendar: Sweden's public holidays by lag (1989:253), and the three eves, which are none by law but which P-X1 takes
 * as such by default (I-5). Versioned data, so that a figure can be made again.
 */
public final class PublicHolidays {

    private enum Kind {
        HOLIDAY,
        EVE
    }

    private static final PublicHolidays CURRENT = read("se-1");

    private final String version;
    private final Map<LocalDate, Kind> days;
    private final int firstYear;
    private final int lastYear;

    private PublicHolidays(String version, Map<LocalDate, Kind> days) {
        this.version = version;
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

    /** The version's name, for instance {@code se-1}. */
    public String version() {
        return version;
    }

    /**
     * Whether the day is a <em>helgfri vardag</em> (P-X1): neither Saturday, Sunday nor a public holiday.
     *
     * @throws IllegalArgumentException if the calendar does not reach that year
     */
    public boolean isWorkingDay(LocalDate date, boolean evesAreHolidays) {
        if (date.getYear() < firstYear || date.getYear() > lastYear) {
            throw new IllegalArgumentException(
                    "The calendar " + version + " covers " + firstYear + " to " + lastYear + ", not " + date + ".");
        }
        DayOfWeek weekday = date.getDayOfWeek();
        if (weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY) {
            return false;
        }
        Kind kind = days.get(date);
        return kind == null || kind == Kind.EVE && !evesAreHolidays;
    }

    private static PublicHolidays read(String version) {
        InputStream data = Objects.requireNonNull(
                PublicHolidays.class.getResourceAsStream("/calendar/" + version + ".csv"), version);
        Map<LocalDate, Kind> days = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .forEach(cells ->
                            days.put(LocalDate.parse(cells[0]), cells[2].equals("eve") ? Kind.EVE : Kind.HOLIDAY));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new PublicHolidays(version, days);
    }
}
