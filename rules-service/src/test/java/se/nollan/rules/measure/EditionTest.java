package se.nollan.rules.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.nollan.rules.measure.Given.*;

import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditionTest {

    @ParameterizedTest
    @CsvSource({
        "2010-01, skr-2010",
        "2023-12, skr-2010",
        "2024-01, 1.4",
        "2024-04, 1.4",
        "2024-05, 1.5",
        "2024-06, 1.5",
        "2024-07, 1.6",
        "2024-10, 1.7",
        "2024-11, 1.8",
        "2024-12, 2.0",
        "2026-10, 2.0"
    })
    void aMonthIsEvaluatedByTheLatestEditionDatedOnOrBeforeItsFirstDay(YearMonth month, String edition) {
        assertThat(Edition.of(month).name()).isEqualTo(edition);
    }

    @Test
    void before2010NoneIsInForce() {
        assertThatThrownBy(() -> Edition.of(YearMonth.of(1999, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name one");
    }

    @Test
    void anUnknownEditionIsAnsweredWithThoseThereAre() {
        assertThatThrownBy(() -> Edition.named("3.0")).hasMessageContaining("skr-2010, 1.2, 1.3");
    }

    @ParameterizedTest
    @CsvSource({"skr-2010, HIT P-X3", "1.2, EXCLUDED P-X3"})
    void before12AVoicemailMessageIsAHit(String edition, String expected) {
        assertThat(judged(edition(edition), call("a", Contact.Kind.VOICEMAIL))).containsEntry("a", expected);
    }

    @ParameterizedTest
    @CsvSource({"skr-2010, EXCLUDED E-1", "1.2, MISS P-U3"})
    void before12BlockedCallsAreLeftOut(String edition, String expected) {
        assertThat(judged(
                        edition(edition),
                        call("full", Contact.Kind.FULL),
                        call("closed", Contact.Kind.CLOSED).from("other")))
                .isEqualTo(Map.of("full", expected, "closed", expected));
    }

    @Test
    void in2010AnUnansweredAttemptOrAMarkCompletesNothing() {
        assertThat(judged(
                        edition("skr-2010"),
                        callback("tried").attempted("10:00"),
                        callback("marked").withheld().markedDone("10:00"),
                        callback("answered").answered("10:00")))
                .isEqualTo(Map.of("tried", "MISS P-C2", "marked", "MISS P-C3", "answered", "HIT P-C2"));
    }

    @ParameterizedTest
    @CsvSource({"1.2, MISS P-C2", "1.3, HIT P-C2"})
    void before13OnlyAnAnsweredCallbackCompletes(String edition, String expected) {
        assertThat(judged(edition(edition), callback("a").attempted("10:00"))).containsEntry("a", expected);
    }

    @ParameterizedTest
    @CsvSource({"1.2, HIT P-C2", "1.3, EXCLUDED P-X4"})
    void before13AVideoCallIsACallbackCase(String edition, String expected) {
        assertThat(judged(edition(edition), call("a", Contact.Kind.VIDEO).answered("10:00")))
                .containsEntry("a", expected);
    }

    @ParameterizedTest
    @CsvSource({"1.2, MISS P-U3", "1.3, MERGED P-U5 into chose"})
    void before13ABlockedCallBesideAChosenDayCountsByItself(String edition, String expected) {
        assertThat(judged(
                        edition(edition),
                        callback("chose").offeredTodayButChose("2026-10-06"),
                        call("full", Contact.Kind.FULL)))
                .containsEntry("full", expected);
    }

    @ParameterizedTest
    @CsvSource({"1.3, HIT P-C2, MISS P-C2, MISS P-U3", "1.4, HIT P-C2, MERGED P-U2 into a, MERGED P-U1 into a"})
    void before14EveryCaseAndEveryBlockedCallCountsByItself(String edition, String a, String b, String c) {
        assertThat(judged(
                        edition(edition),
                        callback("a").cameIn("08:00").answered("10:00"),
                        callback("b").cameIn("09:00"),
                        call("c", Contact.Kind.FULL).cameIn("11:00")))
                .isEqualTo(Map.of("a", a, "b", b, "c", c));
    }

    @ParameterizedTest
    @CsvSource({"1.3, MISS P-U3", "1.4, MISS P-U4"})
    void since14AWithheldNumberIsUniqueByRule(String edition, String expected) {
        assertThat(judged(edition(edition), call("a", Contact.Kind.FULL).withheld()))
                .containsEntry("a", expected);
    }

    @ParameterizedTest
    @CsvSource({"1.4, EXCLUDED E-1", "1.5, EXCLUDED P-X7"})
    void before15AForwardedCallIsNotMeasured(String edition, String expected) {
        assertThat(judged(edition(edition), call("a", Contact.Kind.FORWARDED))).containsEntry("a", expected);
    }

    @ParameterizedTest
    @CsvSource({"1.5, HIT P-C2", "1.6, EXCLUDED P-X6"})
    void before16ANeighbouringCareProviderCountsAsAPatient(String edition, String expected) {
        assertThat(judged(
                        edition(edition),
                        callback("a").caller(Contact.Caller.PROVIDER).answered("10:00")))
                .containsEntry("a", expected);
    }

    @ParameterizedTest
    @CsvSource({"1.5, MISS P-C3", "1.6, HIT P-C3"})
    void before16MarkingAsDoneCompletesNothing(String edition, String expected) {
        assertThat(judged(edition(edition), callback("a").withheld().markedDone("10:00")))
                .containsEntry("a", expected);
    }

    @ParameterizedTest
    @CsvSource({"1.6, MISS P-U3", "1.7, MERGED P-U1 into b"})
    void before17ANumberIsUniqueAtABranchByItself(String edition, String expected) {
        assertThat(judged(
                        edition(edition),
                        call("a", Contact.Kind.FULL).on(BRANCH),
                        callback("b").answered("10:00")))
                .containsEntry("a", expected);
    }

    @ParameterizedTest
    @CsvSource({"1.7, EXCLUDED E-1", "1.8, HIT C-2", "1.9, HIT C-2"})
    void before18ChatIsNotMeasured(String edition, String expected) {
        assertThat(judged(edition(edition), chat("a").answered("10:00"))).containsEntry("a", expected);
    }

    @ParameterizedTest
    @CsvSource({"1.9, MISS C-2", "2.0, EXCLUDED C-X3"})
    void before20AChatThatThePatientCancelledStaysIn(String edition, String expected) {
        assertThat(judged(edition(edition), chat("a").cancelled("10:00", Contact.Ender.PATIENT)))
                .containsEntry("a", expected);
    }

    @Test
    void noEditionMeasuresAnotherLevelOfCare() {
        assertThat(Edition.ALL).allSatisfy(edition -> {
            assertThat(judged(
                            RuleSet.of(edition),
                            call("a", Contact.Kind.ABORTED).on(OTHER_CARE).cameIn("2026-10-04T09:00")))
                    .containsEntry("a", "EXCLUDED S-1");
        });
    }

    @ParameterizedTest
    @CsvSource({"1.2, HIT P-C2", "1.3, EXCLUDED P-X5"})
    void before13WhatStaffMadeIsACallbackCase(String edition, String expected) {
        assertThat(judged(
                        edition(edition),
                        callback("a").madeBy(Contact.Origin.STAFF).answered("10:00")))
                .containsEntry("a", expected);
    }

    @Test
    void before13AlsoAQueueCallThatStaffMadeIsACallbackCase() {
        Given made = call("a", Contact.Kind.QUEUE).madeBy(Contact.Origin.STAFF).answered("10:00");
        assertThat(judged(edition("1.2"), made)).containsEntry("a", "HIT P-C2");
    }

    @ParameterizedTest
    @CsvSource({"1.2, MISS P-U3", "1.3, EXCLUDED P-X8"})
    void before13AClosedWebFormIsAClosedQueueCall(String edition, String expected) {
        assertThat(judged(edition(edition), call("a", Contact.Kind.CLOSED).madeBy(Contact.Origin.WEB)))
                .containsEntry("a", expected);
    }

    @ParameterizedTest
    @CsvSource({"1.2, MISS P-C4", "1.3, EXCLUDED P-X11"})
    void before13AChosenLaterDayIsACallbackCaseLikeAny(String edition, String expected) {
        assertThat(judged(
                        edition(edition),
                        callback("a").offeredTodayButChose("2026-10-06").answered("2026-10-06T09:00")))
                .containsEntry("a", expected);
    }

    @Test
    void in13BlockedCallsAreDroppedBesideAChosenDayThoughUniquenessCameLater() {
        assertThat(judged(
                        edition("1.3"),
                        callback("chose").offeredTodayButChose("2026-10-06"),
                        call("x", Contact.Kind.FULL).cameIn("10:00"),
                        call("y", Contact.Kind.FULL).cameIn("11:00")))
                .containsEntry("x", "MERGED P-U5 into chose")
                .containsEntry("y", "MERGED P-U5 into chose");
    }

    @ParameterizedTest
    @CsvSource({"1.5, EXCLUDED E-1", "1.6, EXCLUDED P-X10"})
    void before16AnAbortedCallIsNotMeasured(String edition, String expected) {
        assertThat(judged(edition(edition), call("a", Contact.Kind.ABORTED))).containsEntry("a", expected);
    }

    @Test
    void anEditionThatDoesNotMeasureTheContactSaysSoBeforeTheDay() {
        assertThat(judged(edition("1.4"), call("a", Contact.Kind.FORWARDED).cameIn("2026-10-04T09:00")))
                .containsEntry("a", "EXCLUDED E-1");
    }

    @Test
    void before17ABranchIsAUnitOfItsOwn() {
        Given atBranch = call("a", Contact.Kind.FULL).on(BRANCH);
        assertThat(evaluate(edition("1.6"), atBranch).judgements().get(0).unit())
                .endsWith("2");
        assertThat(evaluate(edition("1.7"), atBranch).judgements().get(0).unit())
                .isEqualTo(UNIT);
    }
}
