package se.nollan.rules.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.nollan.rules.measure.Given.*;

import java.time.YearMonth;
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

    @Test
    void aNewEditionIsTheOneBeforeAndItsRules() {
        Edition next = Edition.named("1.9").then("1.9b", "2024-11-20", Rule.C_X3);
        assertThat(next.rules()).isEqualTo(Edition.V2_0.rules());
    }

    @ParameterizedTest
    @CsvSource({"1.2, HIT P-C2", "1.3, EXCLUDED P-X5"})
    void before13WhatStaffMadeIsACallbackCase(String edition, String expected) {
        assertThat(judged(
                        edition(edition),
                        callback("a").madeBy(Contact.Origin.STAFF).answered("10:00")))
                .containsEntry("a", expected);
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

    @Test
    void in2010AVoicemailMessageIsAlwaysAHit() {
        assertThat(judged(edition("skr-2010"), call("a", Contact.Kind.VOICEMAIL)))
                .containsEntry("a", "HIT P-X3");
    }
}
