package se.nollan.ingest.expected;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.register.Period;
import se.nollan.ingest.register.Placement;

/**
 * What is expected of a provider in a month, and what of it came. A line is expected on each day on which it is in force; it came when a
 * submission that stands covers it, if only to say that there was nothing.
 */
final class Expectation {
    private Expectation() {}

    /** How it stands. */
    enum State {
        /** Every day is spoken for or excused. */
        COMPLETE,
        /** Something is missing, and there is time. */
        OPEN,
        /** Something is missing, and it was due. */
        LATE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Days on end. */
    record Days(LocalDate from, LocalDate to, @Nullable String reason) {}

    /**
     * A line of which something is missing or excused.
     *
     * @param systems that may send it; none: any of the provider's
     * @param lastReceived when a submission last spoke for it; null: never in this month
     */
    record OfLine(
            String line,
            String unit,
            List<String> systems,
            List<Days> missing,
            List<Days> excused,
            @Nullable Instant lastReceived) {}

    /** All lines of a provider, in days of lines. */
    record OfProvider(State state, long expected, long came, long excused, long missing, List<OfLine> lines) {}

    /**
     * What came.
     *
     * @param days that submissions cover, by line
     * @param received when one last spoke for a line
     */
    record Came(Map<String, Set<LocalDate>> days, Map<String, Instant> received) {}

    /**
     * Compares.
     *
     * @param lines of the provider, each with its days in the month up to yesterday
     * @param isDue whether the day is over by which all should have come
     */
    static OfProvider of(List<Placement> lines, Came came, List<Absence> absences, boolean isDue) {
        var expected = 0L;
        var excused = 0L;
        var missing = 0L;
        var told = new TreeMap<String, OfLine>();
        for (var placement : lines) {
            var line = placement.line().id();
            var gaps = new Gaps();
            var reasons = new Gaps();
            for (var day : days(placement.period())) {
                expected++;
                if (came.days.getOrDefault(line, Set.of()).contains(day)) {
                    continue;
                }
                var reason = absences.stream()
                        .filter(absence -> absence.excuses(line, day))
                        .map(Absence::reason)
                        .findFirst()
                        .orElse(null);
                if (reason == null) {
                    missing++;
                    gaps.add(day, null);
                } else {
                    excused++;
                    reasons.add(day, reason);
                }
            }
            if (!gaps.days.isEmpty() || !reasons.days.isEmpty()) {
                told.put(
                        line + " " + placement.period().from(),
                        new OfLine(
                                line,
                                placement.unit().id(),
                                placement.line().systems(),
                                gaps.days,
                                reasons.days,
                                came.received.get(line)));
            }
        }
        var state = missing == 0 ? State.COMPLETE : isDue ? State.LATE : State.OPEN;
        return new OfProvider(
                state, expected, expected - missing - excused, excused, missing, List.copyOf(told.values()));
    }

    private static List<LocalDate> days(Period period) {
        var from = period.from();
        var to = period.to();
        if (from == null || to == null) {
            throw new IllegalArgumentException("A month has a first and a last day");
        }
        return from.datesUntil(to.plusDays(1)).toList();
    }

    /** Days put together while they follow each other for the same reason. */
    private static final class Gaps {
        private final List<Days> days = new ArrayList<>();

        void add(LocalDate day, @Nullable String reason) {
            var last = days.isEmpty() ? null : days.get(days.size() - 1);
            if (last != null && last.to.plusDays(1).equals(day) && Objects.equals(last.reason, reason)) {
                days.set(days.size() - 1, new Days(last.from, day, reason));
            } else {
                days.add(new Days(day, day, reason));
            }
        }
    }
}
