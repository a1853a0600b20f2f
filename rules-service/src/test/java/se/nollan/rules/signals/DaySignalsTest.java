package se.nollan.rules.signals;

import static org.assertj.core.api.Assertions.assertThat;
import static se.nollan.rules.signals.Rung.call;
import static se.nollan.rules.signals.Rung.callback;
import static se.nollan.rules.signals.Rung.chat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.rules.measure.Contact.Caller;
import se.nollan.rules.measure.Contact.Kind;
import se.nollan.rules.measure.Contact.Origin;
import se.nollan.rules.measure.Day;

/** The signals of a day, from its contacts. Times without a date lie on Monday 2026-10-05. */
class DaySignalsTest {

    private static final String MONDAY = "2026-10-05";

    @Test
    void demandAndHiddenDemandAreToldByTheHour() {
        DaySignals signals = signals(
                callback("08:00:00"),
                callback("08:59:59.999"),
                call(Kind.FULL, "09:00"),
                call(Kind.CLOSED, "23:59:59.999"),
                call(Kind.CLOSED, "00:00"));
        assertThat(signals.demand()).isEqualTo(Map.of(0, 1L, 8, 2L, 9, 1L, 23, 1L));
        assertThat(signals.full()).isEqualTo(Map.of(9, 1L));
        assertThat(signals.closed()).isEqualTo(Map.of(0, 1L, 23, 1L));
    }

    @Test
    @DisplayName("Withheld numbers are told with what the vendor does of them: marked as done, or dropped [11]")
    void withheldNumbers() {
        DaySignals signals = signals(
                callback("08:00").from(null).doneAt("09:00"),
                callback("08:00").from(null).answeredAt("09:00").doneAt("09:05"),
                call(Kind.ABORTED, "08:00").from(null),
                call(Kind.FULL, "08:00").from(null),
                callback("08:00"));
        assertThat(signals.withheld()).isEqualTo(4);
        assertThat(signals.withheldDone()).isEqualTo(1);
        assertThat(signals.withheldDropped()).isEqualTo(1);
    }

    @Test
    void aKnownNumberMarkedAsDoneIsToldOnlyWhenNobodyCalled() {
        assertThat(signals(callback("08:00").doneAt("09:00")).doneWithoutCall()).isEqualTo(1);
        assertThat(signals(callback("08:00").doneAt("09:00").attempts("08:30")).doneWithoutCall())
                .isZero();
        assertThat(signals(callback("08:00").doneAt("09:00").answeredAt("08:30"))
                        .doneWithoutCall())
                .isZero();
    }

    @Test
    void numbersAreToldByHowManyTimesTheyCalled() {
        DaySignals signals = signals(
                callback("08:00").from("a"),
                callback("08:00").from("b"),
                call(Kind.FULL, "08:00").from("b"),
                callback("08:00").from("c"),
                callback("09:00").from("c"),
                callback("10:00").from("c"),
                callback("11:00").from("c"),
                callback("08:00").from(null),
                callback("08:00").from(null));
        assertThat(signals.once()).isEqualTo(1);
        assertThat(signals.twice()).isEqualTo(1);
        assertThat(signals.more()).isEqualTo(1);
    }

    @Test
    void whatStaffMadeIsInNoSignal() {
        assertThat(signals(callback("08:00").origin(Origin.STAFF))).isEqualTo(signals());
    }

    @Test
    @DisplayName("The time to callback runs to the first call back, answered or not, in minutes begun")
    void theTimeToCallback() {
        Waits waits = signals(
                        callback("08:00").answeredAt("08:01"),
                        callback("08:00").answeredAt("08:01:00.001"),
                        callback("08:00").attempts("08:10", "09:00").answeredAt("10:00"),
                        callback("08:00").attempts("08:10:30"),
                        callback("08:00").answeredAt("2026-10-06T08:00"),
                        callback("08:00"))
                .callback();
        assertThat(waits.calls()).isEqualTo(6);
        assertThat(waits.reached()).isEqualTo(4);
        assertThat(waits.minutes()).isEqualTo(Map.of(1L, 1L, 2L, 1L, 10L, 1L, 11L, 1L, 1440L, 1L));
        assertThat(waits.seconds()).isEqualTo(60 + 60 + 600 + 630 + 86_400);
    }

    @Test
    @DisplayName("Whose later day was the patient's choice, and who is no patient, waits for nothing")
    void whoDoesNotWait() {
        assertThat(signals(
                                callback("08:00").offeredTodayButChose("2026-10-06"),
                                callback("08:00").caller(Caller.MUNICIPALITY))
                        .callback()
                        .calls())
                .isZero();
        assertThat(signals(callback("08:00").offeredTodayButChose(MONDAY))
                        .callback()
                        .calls())
                .isEqualTo(1);
    }

    @Test
    @DisplayName("A waiting queue is waited in until the answer; nine minutes sharp are within nine minutes")
    void theWaitingQueue() {
        Waits waits = signals(
                        call(Kind.QUEUE, "08:00").answeredAt("08:09"),
                        call(Kind.QUEUE, "08:00").answeredAt("08:09:00.001"),
                        call(Kind.QUEUE, "08:00"))
                .queue();
        assertThat(waits.calls()).isEqualTo(3);
        assertThat(waits.reached()).isEqualTo(2);
        assertThat(waits.minutes()).isEqualTo(Map.of(9L, 1L, 10L, 1L));
    }

    @Test
    void aChatWaitsUntilItsDialogueStarts() {
        assertThat(signals(chat("08:00").answeredAt("08:20"), chat("09:00")).queue())
                .isEqualTo(new Waits(2, 1, 1200, new java.util.TreeMap<>(Map.of(20L, 1L))));
    }

    @Test
    @DisplayName("When summer time ends, both hours that are called two o'clock are told apart from the rest")
    void theRepeatedHour() {
        DaySignals signals = signals(
                "2026-10-25",
                callback("2026-10-25T01:59:59+02:00"),
                callback("2026-10-25T02:00:00+02:00"),
                callback("2026-10-25T02:59:59+01:00"),
                callback("2026-10-25T03:00:00+01:00"),
                callback("2026-10-25T23:59:59+01:00"));
        assertThat(signals.repeatedHour()).isEqualTo(2);
        assertThat(signals.skippedHour()).isZero();
        assertThat(signals.demand()).isEqualTo(Map.of(1, 1L, 2, 2L, 3, 1L, 23, 1L));
    }

    @Test
    @DisplayName("When summer time begins, a clock not put forward would show an hour that does not exist")
    void theSkippedHour() {
        DaySignals signals = signals(
                "2026-03-29",
                callback("2026-03-29T01:59:59+01:00"),
                callback("2026-03-29T03:00:00+02:00"),
                callback("2026-03-29T04:00:00+02:00"));
        assertThat(signals.skippedHour()).isEqualTo(1);
        assertThat(signals.repeatedHour()).isZero();
        assertThat(signals.demand()).isEqualTo(Map.of(1, 1L, 3, 1L, 4, 1L));
    }

    private static DaySignals signals(Rung... rung) {
        return signals(MONDAY, rung);
    }

    private static DaySignals signals(String date, Rung... rung) {
        return DaySignals.of(
                Day.of(LocalDate.parse(date)),
                Arrays.stream(rung).map(Rung::contact).toList(),
                0);
    }
}
