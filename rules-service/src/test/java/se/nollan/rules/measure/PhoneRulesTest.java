package se.nollan.rules.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static se.nollan.rules.measure.Given.*;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneRulesTest {

    private static final RuleSet DEFAULTS = RuleSet.of(Edition.V2_0);

    @Test
    void aCallbackAnsweredTheSameDayIsAHitByPC2() {
        assertThat(judged(callback("a").answered("14:00"))).isEqualTo(Map.of("a", "HIT P-C2"));
    }

    @Test
    void aQueueCallAnsweredTheSameDayIsAHitByPC1() {
        assertThat(judged(call("a", Contact.Kind.QUEUE).answered("09:20"))).isEqualTo(Map.of("a", "HIT P-C1"));
    }

    @Test
    void aWithheldCallbackMarkedAsDoneTheSameDayIsAHitByPC3() {
        assertThat(judged(callback("a").withheld().markedDone("10:00"))).isEqualTo(Map.of("a", "HIT P-C3"));
    }

    @Test
    void aWithheldCallbackMarkedAsDoneOnALaterDayIsAMiss() {
        assertThat(judged(callback("a").withheld().markedDone("2026-10-06T10:00")))
                .isEqualTo(Map.of("a", "MISS P-C3"));
    }

    @Test
    void aMissNamesTheRuleThatDidNotComplete() {
        assertThat(judged(
                        callback("never").from("1"),
                        callback("later").from("2").answered("2026-10-06T08:00"),
                        callback("marked").from("3").markedDone("10:00"),
                        callback("cancelled").from("4").cancelled("10:00", Contact.Ender.STAFF),
                        call("hungUp", Contact.Kind.QUEUE).from("5")))
                .isEqualTo(Map.of(
                        "never", "MISS P-C2",
                        "later", "MISS P-C4",
                        "marked", "MISS P-C3",
                        "cancelled", "MISS P-C6",
                        "hungUp", "MISS P-C1"));
    }

    @Test
    void anUnansweredAttemptOnTheDayCompletesACallbackButNotAQueueCall() {
        assertThat(judged(
                        callback("a").from("1").attempted("11:00"),
                        call("b", Contact.Kind.QUEUE).from("2").attempted("11:00")))
                .isEqualTo(Map.of("a", "HIT P-C2", "b", "MISS P-C1"));
    }

    @Test
    void anAttemptOnTheNextDayCompletesNothing() {
        assertThat(judged(callback("a").attempted("2026-10-06T08:00"))).isEqualTo(Map.of("a", "MISS P-C2"));
    }

    @Test
    void anAnsweredCallbackCompletesHoweverManyAttemptsARegionRequires() {
        RuleSet three = DEFAULTS.with(Interpretation.REQUIRED_ATTEMPTS, "3");
        assertThat(judged(three, callback("a").attempted("10:00").answered("11:00")))
                .isEqualTo(Map.of("a", "HIT P-C2"));
    }

    @ParameterizedTest
    @CsvSource({
        "07:59:59.999, EXCLUDED P-X9",
        "08:00:00, MISS P-U3",
        "17:00:00, MISS P-U3",
        "17:00:00.001, EXCLUDED P-X9"
    })
    void aClosedQueueCountsFromEightToFiveInclusive(String time, String expected) {
        assertThat(judged(call("a", Contact.Kind.CLOSED).cameIn(time))).containsEntry("a", expected);
    }

    @Test
    void closedOutsideHoursFollowsTheLocalClockOnTheDaySummerTimeEnded() {
        // 25 October 2026 is a Sunday; the Monday after it is in winter time.
        assertThat(judged(
                        call("a", Contact.Kind.CLOSED).from("1").cameIn("2026-10-26T07:59:59"),
                        call("b", Contact.Kind.CLOSED).from("2").cameIn("2026-10-26T08:00")))
                .isEqualTo(Map.of("a", "EXCLUDED P-X9", "b", "MISS P-U3"));
    }

    @Test
    void theFirstReasonThatFitsIsReported() {
        Given everything = call("a", Contact.Kind.CLOSED)
                .madeBy(Contact.Origin.STAFF)
                .caller(Contact.Caller.COLLEAGUE)
                .cameIn("06:00");
        assertThat(judged(everything)).containsEntry("a", "EXCLUDED P-X5");
        assertThat(judged(everything.cameIn("2026-10-04T06:00"))).containsEntry("a", "EXCLUDED P-X1");
    }

    @Test
    void aClosedLineThatWasForwardedIsAClosedCallHere() {
        assertThat(judged(
                        call("closed", Contact.Kind.CLOSED).from("1"),
                        call("open", Contact.Kind.FORWARDED).from("2")))
                .isEqualTo(Map.of("closed", "MISS P-U3", "open", "EXCLUDED P-X7"));
    }

    @Test
    void anAbortedCallOfAKnownNumberReadAsACaseTakesInTheBlockedCalls() {
        RuleSet counted = DEFAULTS.with(Interpretation.ABORTED_KNOWN_NUMBER, "MISS");
        assertThat(judged(
                        counted,
                        call("a", Contact.Kind.ABORTED),
                        call("b", Contact.Kind.FULL).cameIn("10:00")))
                .isEqualTo(Map.of("a", "MISS P-X10", "b", "MERGED P-U1 into a"));
        assertThat(judged(counted, call("a", Contact.Kind.ABORTED).withheld()))
                .isEqualTo(Map.of("a", "EXCLUDED P-X10"));
    }

    @Test
    void theEarliestFullQueueCallStandsBeforeAnEarlierClosedOne() {
        assertThat(judged(
                        call("a", Contact.Kind.CLOSED).cameIn("08:00"),
                        call("b", Contact.Kind.FULL).cameIn("10:00"),
                        call("c", Contact.Kind.FULL).cameIn("11:00")))
                .isEqualTo(Map.of("a", "MERGED P-U3 into b", "b", "MISS P-U3", "c", "MERGED P-U3 into b"));
    }

    @Test
    void anExcludedClosedCallTakesNoPartInItsCallersGroup() {
        assertThat(judged(
                        call("early", Contact.Kind.CLOSED).cameIn("07:00"),
                        callback("case").answered("10:00")))
                .isEqualTo(Map.of("early", "EXCLUDED P-X9", "case", "HIT P-C2"));
    }

    @Test
    void allCasesCompletedIsAHitAlsoUnderTheStricterReading() {
        RuleSet all = DEFAULTS.with(Interpretation.REPEATED_HIT, "ALL");
        assertThat(judged(all, callback("a").answered("10:00"), callback("b").answered("11:00")))
                .isEqualTo(Map.of("a", "HIT P-C2", "b", "MERGED P-U2 into a"));
        assertThat(judged(all, callback("a").answered("10:00"), callback("b")))
                .isEqualTo(Map.of("a", "MISS P-U2", "b", "MERGED P-U2 into a"));
    }

    @Test
    void countedEachTheBlockedCallsGoWithTheEarliestCompletedCase() {
        RuleSet each = DEFAULTS.with(Interpretation.REPEATED_CASES, "COUNT_EACH");
        assertThat(judged(
                        each,
                        callback("a").cameIn("08:00"),
                        callback("b").cameIn("09:00").answered("10:00"),
                        call("c", Contact.Kind.FULL).cameIn("07:30")))
                .isEqualTo(Map.of("a", "MISS P-C2", "b", "HIT P-C2", "c", "MERGED P-U1 into b"));
    }

    @Test
    void readNarrowlyAnUnansweredAttemptThatIsEnoughIsTheFirstCompletion() {
        RuleSet narrow = DEFAULTS.with(Interpretation.BLOCKED_BESIDE_CASE, "AFTER_CONTACT");
        assertThat(judged(
                        narrow,
                        callback("case")
                                .cameIn("08:00")
                                .attempted("11:00", "10:00")
                                .answered("14:00"),
                        call("before", Contact.Kind.FULL).cameIn("10:00"),
                        call("after", Contact.Kind.FULL).cameIn("10:00:00.001")))
                .isEqualTo(Map.of("case", "HIT P-C2", "before", "MISS P-U3", "after", "MERGED P-U1 into case"));
    }

    @Test
    void readNarrowlyWithoutACompletionAllBlockedCallsCountOnceBesideTheCase() {
        RuleSet narrow = DEFAULTS.with(Interpretation.BLOCKED_BESIDE_CASE, "AFTER_CONTACT");
        assertThat(judged(
                        narrow,
                        callback("case"),
                        call("x", Contact.Kind.FULL).cameIn("10:00"),
                        call("y", Contact.Kind.CLOSED).cameIn("09:30")))
                .isEqualTo(Map.of("case", "MISS P-C2", "x", "MISS P-U3", "y", "MERGED P-U3 into x"));
    }

    @Test
    void aCountedCaseBesideAChosenDayTakesTheBlockedCalls() {
        assertThat(judged(
                        callback("chose").cameIn("08:00").offeredTodayButChose("2026-10-07"),
                        callback("case").cameIn("12:00").answered("13:00"),
                        call("full", Contact.Kind.FULL).cameIn("07:00")))
                .isEqualTo(Map.of("chose", "EXCLUDED P-X11", "case", "HIT P-C2", "full", "MERGED P-U1 into case"));
    }

    @Test
    void blockedCallsGoWithTheEarliestOfSeveralChosenDays() {
        assertThat(judged(
                        callback("later").cameIn("12:00").offeredTodayButChose("2026-10-07"),
                        callback("first").cameIn("11:00").offeredTodayButChose("2026-10-06"),
                        call("full", Contact.Kind.FULL).cameIn("13:00")))
                .containsEntry("full", "MERGED P-U5 into first");
    }

    @Test
    void aWithheldBlockedCallStaysAloneBesideAWithheldChosenDay() {
        assertThat(judged(
                        callback("chose").withheld().offeredTodayButChose("2026-10-06"),
                        call("full", Contact.Kind.FULL).withheld()))
                .isEqualTo(Map.of("chose", "EXCLUDED P-X11", "full", "MISS P-U4"));
    }

    @Test
    void choosingTheSameDayIsNoPatientsChoiceOfAnother() {
        assertThat(judged(callback("a").offeredTodayButChose("2026-10-05"))).containsEntry("a", "MISS P-C2");
    }
}
