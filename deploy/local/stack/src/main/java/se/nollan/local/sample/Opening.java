package se.nollan.local.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;

/** When a unit is open and when its patients call: weights by hour (0–23) and by day of the week, in per cent. */
enum Opening {
    WORKING_HOURS(
            hours(0, 0, 0, 0, 0, 0, 2, 5, 31, 18, 12, 8, 6, 9, 7, 5, 3, 2, 1, 1, 1, 1, 0, 0),
            hours(0, 0, 0, 0, 0, 0, 1, 2, 6, 6, 6, 5, 5, 4, 4, 4, 4, 3, 3, 2, 2, 1, 0, 0),
            days(130, 108, 100, 100, 92, 9, 6)) {
        @Override
        boolean isOpen(LocalDateTime time) {
            return !isWeekend(time.toLocalDate()) && time.getHour() >= 8 && time.getHour() < 17;
        }
    },
    EVENINGS(
            hours(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 6, 16, 14, 10, 7, 4, 1, 0),
            hours(0, 0, 0, 0, 0, 0, 0, 2, 16, 14, 12, 10, 8, 8, 7, 7, 6, 6, 6, 5, 4, 3, 1, 0),
            days(70, 60, 60, 60, 75, 150, 145)) {
        @Override
        boolean isOpen(LocalDateTime time) {
            int opens = isWeekend(time.toLocalDate()) ? 8 : 17;
            return time.getHour() >= opens && time.getHour() < 22;
        }
    },
    ALWAYS(
            hours(2, 2, 2, 1, 1, 2, 3, 6, 10, 9, 8, 7, 6, 6, 6, 6, 7, 9, 9, 8, 7, 6, 4, 3),
            hours(2, 2, 2, 1, 1, 2, 3, 5, 9, 10, 10, 9, 8, 8, 7, 7, 8, 9, 9, 8, 7, 6, 4, 3),
            days(100, 92, 90, 90, 95, 115, 112)) {
        @Override
        boolean isOpen(LocalDateTime time) {
            return true;
        }
    };

    /** Chats come in at any hour; most in office hours. */
    private static final int[] CHAT_HOURS =
            hours(2, 1, 1, 1, 1, 1, 2, 5, 9, 9, 8, 7, 6, 7, 7, 6, 6, 5, 5, 5, 5, 4, 3, 2);

    private final int[] weekday;
    private final int[] weekend;
    private final int[] days;

    Opening(int[] weekday, int[] weekend, int[] days) {
        this.weekday = weekday;
        this.weekend = weekend;
        this.days = days;
    }

    static Opening of(String unitType) {
        return switch (unitType) {
            case "jourcentral", "narakut" -> EVENINGS;
            case "1177" -> ALWAYS;
            default -> WORKING_HOURS;
        };
    }

    abstract boolean isOpen(LocalDateTime time);

    int weightOf(LocalDate day) {
        return days[day.getDayOfWeek().getValue() - 1];
    }

    LocalDateTime callTime(LocalDate day, Random chance) {
        return timeOfDay(day, isWeekend(day) ? weekend : weekday, chance);
    }

    static LocalDateTime chatTime(LocalDate day, Random chance) {
        return timeOfDay(day, CHAT_HOURS, chance);
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private static LocalDateTime timeOfDay(LocalDate day, int[] hours, Random chance) {
        int hour = Weights.pick(hours, chance);
        return day.atTime(hour, chance.nextInt(60), chance.nextInt(60));
    }

    private static int[] hours(int... weights) {
        return weights;
    }

    private static int[] days(int... weights) {
        return weights;
    }
}
