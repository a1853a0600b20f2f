package se.nollan.publish.figure;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import se.nollan.publish.register.Line;
import se.nollan.publish.register.Register;
import se.nollan.publish.results.Channel;
import se.nollan.publish.results.DailyResult;
import se.nollan.publish.submissions.Delivery;

/** On which days of a month something was sent for a unit and channel: what tells "missing" from "zero". */
final class SentDays {

    private record Key(String unit, Channel channel) {}

    private final Map<Key, Set<LocalDate>> days = new HashMap<>();

    private SentDays() {}

    /**
     * A line covered by a submission that stands is sent, also on a day without contacts. A result shows that its day
     * was sent, but for one without contacts that only says what another reading would bring there (I-7). S-4: what is sent for a branch is sent for its parent.
     */
    static SentDays of(
            YearMonth month, Register register, Collection<Delivery> deliveries, Collection<DailyResult> results) {
        SentDays sentDays = new SentDays();
        for (Delivery delivery : deliveries) {
            LocalDate last = earlier(delivery.to(), month.atEndOfMonth());
            for (LocalDate day = later(delivery.from(), month.atDay(1)); !day.isAfter(last); day = day.plusDays(1)) {
                LocalDate date = day;
                register.line(delivery.provider(), delivery.system(), delivery.line(), date)
                        .ifPresent(line -> sentDays.add(register, line, date));
            }
        }
        for (DailyResult result : results) {
            boolean onlyByAnotherReading = result.counts().contactsIn() == 0
                    && result.effects() != null
                    && !result.effects().isEmpty();
            if (!onlyByAnotherReading) {
                sentDays.add(result.unit(), result.channel(), result.date());
            }
        }
        return sentDays;
    }

    boolean anything(String unit, Channel channel) {
        return days.containsKey(new Key(unit, channel));
    }

    boolean on(String unit, Channel channel, LocalDate day) {
        return days.getOrDefault(new Key(unit, channel), Set.of()).contains(day);
    }

    private void add(Register register, Line line, LocalDate day) {
        Channel channel = line.chat() ? Channel.CHAT : Channel.PHONE;
        add(line.unit(), channel, day);
        register.unit(line.unit(), day).ifPresent(unit -> {
            if (unit.parent() != null) {
                add(unit.parent(), channel, day);
            }
        });
    }

    private void add(String unit, Channel channel, LocalDate day) {
        days.computeIfAbsent(new Key(unit, channel), key -> new HashSet<>()).add(day);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
