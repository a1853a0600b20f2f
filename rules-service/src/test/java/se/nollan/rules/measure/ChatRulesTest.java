package se.nollan.rules.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static se.nollan.rules.measure.Given.*;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChatRulesTest {

    private static final RuleSet DEFAULTS = RuleSet.of(Edition.V2_0);

    @Test
    void aDialogueThatStartsTheSameDayIsAHitAndAnyOtherAMiss() {
        assertThat(judged(
                        chat("today").from("1").answered("23:59:59.999"),
                        chat("tomorrow").from("2").answered("2026-10-06T00:00"),
                        chat("never").from("3")))
                .isEqualTo(Map.of("today", "HIT C-2", "tomorrow", "MISS C-2", "never", "MISS C-2"));
    }

    @Test
    void aCancellationByPatientAfterTheDialogueStartedLeavesTheHit() {
        assertThat(judged(chat("a").answered("10:00").cancelled("10:30", Contact.Ender.PATIENT)))
                .containsEntry("a", "HIT C-2");
    }

    @Test
    void aCaseThatStaffClosedStays() {
        assertThat(judged(chat("a").cancelled("10:30", Contact.Ender.STAFF))).containsEntry("a", "MISS C-2");
    }

    @Test
    void whoTheCallerIsIsAskedOfPhoneOnly() {
        assertThat(judged(chat("a").caller(Contact.Caller.COLLEAGUE).answered("10:00")))
                .containsEntry("a", "HIT C-2");
    }

    @Test
    void problemsAreComparedAsTrimmedText() {
        assertThat(judged(chat("a").about("hosta "), chat("b").about(" hosta").answered("10:00")))
                .isEqualTo(Map.of("a", "MERGED C-U1 into b", "b", "HIT C-2"));
    }

    @Test
    void aCaseWithoutAnIndividualsIdIsUnique() {
        assertThat(judged(chat("a").withheld(), chat("b").withheld()))
                .isEqualTo(Map.of("a", "MISS C-2", "b", "MISS C-2"));
    }

    @Test
    void theEarliestStartedCaseStandsByWhenItWasQueuedNotWhenItStarted() {
        assertThat(judged(
                        chat("a").cameIn("08:00").answered("16:00"),
                        chat("b").cameIn("09:00").answered("09:05")))
                .isEqualTo(Map.of("a", "HIT C-2", "b", "MERGED C-U1 into a"));
    }

    @Test
    void nobodyHandsAChatOutOfTheMeasureToAUnitOfAnotherCareLevel() {
        Given taken = chat("a").on("chat-ogon").handedOverFrom(CHAT).answered("11:00");
        Given untaken = chat("b").from("another").on("chat-ogon").handedOverFrom(CHAT);
        for (RuleSet rules : new RuleSet[] {DEFAULTS, DEFAULTS.with(Interpretation.UNTAKEN_CHAT, "FIRST_UNIT")}) {
            assertThat(judged(rules, taken, untaken)).isEqualTo(Map.of("a", "HIT C-2", "b", "MISS C-2"));
            assertThat(evaluate(rules, taken, untaken).tallies())
                    .singleElement()
                    .satisfies(tally -> {
                        assertThat(tally.unit()).isEqualTo(UNIT);
                        assertThat(tally.counted()).isEqualTo(2);
                    });
        }
    }

    @Test
    void aChatThatBeganAtAnotherCareLevelIsLeftOutUnlessPrimaryCareTakesIt() {
        assertThat(judged(chat("a").on("chat-ogon").handedOverFrom("chat-ogon")))
                .containsEntry("a", "EXCLUDED S-1");
        assertThat(judged(chat("a").on(CHAT).handedOverFrom("chat-ogon").answered("11:00")))
                .containsEntry("a", "HIT C-2");
    }

    @Test
    void withinTwentyFourHoursIsExactToTheMillisecondAndCrossesChangesOfTheClock() {
        RuleSet rules = DEFAULTS.with(Interpretation.CHAT_WITHIN, "HOURS_24");
        assertThat(judged(rules, chat("a").cameIn("10:00").answered("2026-10-06T10:00")))
                .containsEntry("a", "HIT C-2");
        assertThat(judged(rules, chat("a").cameIn("10:00").answered("2026-10-06T10:00:00.001")))
                .containsEntry("a", "MISS C-2");
        // A day of 25 hours: what started at its end began more than 24 hours before.
        assertThat(judged(rules, chat("a").cameIn("2026-10-25T00:00").answered("2026-10-25T23:30")))
                .containsEntry("a", "MISS C-2");
    }

    @Test
    void aHandedOverChatThatSomebodyTookIsTheTakersUnderBothReadings() {
        Given taken = chat("a").on(OTHER_CHAT).handedOverFrom(CHAT).answered("2026-10-06T09:00");
        RuleSet first = DEFAULTS.with(Interpretation.UNTAKEN_CHAT, "FIRST_UNIT");
        for (RuleSet rules : new RuleSet[] {DEFAULTS, first}) {
            assertThat(evaluate(rules, taken).tallies()).singleElement().satisfies(tally -> {
                assertThat(tally.unit()).isEqualTo(OTHER_UNIT);
                assertThat(tally.misses()).isEqualTo(1);
            });
        }
    }

    @Test
    void anUntakenChatBelongsWhereItIsHeldOrByTheOtherReadingWhereItBegan() {
        Given untaken = chat("a").on(OTHER_CHAT).handedOverFrom(CHAT);
        RuleSet first = DEFAULTS.with(Interpretation.UNTAKEN_CHAT, "FIRST_UNIT");
        assertThat(evaluate(DEFAULTS, untaken).judgements().get(0).unit()).isEqualTo(OTHER_UNIT);
        assertThat(evaluate(first, untaken).judgements().get(0).unit()).isEqualTo(UNIT);
    }

    @Test
    void anExcludedCaseTakesNoPartInAGroup() {
        assertThat(judged(
                        chat("a").cancelled("09:10", Contact.Ender.PATIENT),
                        chat("b").cameIn("11:00")))
                .isEqualTo(Map.of("a", "EXCLUDED C-X3", "b", "MISS C-2"));
    }

    @Test
    void aChatAtAnotherLevelOfCareIsNotMeasuredWhateverElseItIs() {
        Contact bot = chat("a", Contact.Kind.BOT).on("hospital-chat").contact();
        assertThat(new Measure(RandomContacts.REGISTER, PublicHolidays.sweden(), DEFAULTS)
                        .evaluate(List.of(bot))
                        .judgements())
                .singleElement()
                .satisfies(
                        judgement -> assertThat(judgement.disposition()).isEqualTo(new Disposition.Excluded(Rule.S_1)));
    }

    @Test
    void chatIsMeasuredOnPublicHolidays() {
        assertThat(judged(chat("a").cameIn("2026-12-25T09:00").answered("2026-12-25T10:00")))
                .containsEntry("a", "HIT C-2");
    }
}
