package se.nollan.rules.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.nollan.rules.measure.Given.*;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What comes out of an evaluation beside the dispositions. */
class MeasureTest {

    private static final RuleSet DEFAULTS = RuleSet.of(Edition.V2_0);
    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);

    @Test
    void aTallyCountsByDispositionAndByRule() {
        Tally tally = evaluate(
                        DEFAULTS,
                        callback("hit").from("1").answered("10:00"),
                        call("merged", Contact.Kind.FULL).from("1"),
                        call("merged too", Contact.Kind.CLOSED).from("1"),
                        callback("miss").from("2"),
                        call("excluded", Contact.Kind.VIDEO).from("3"))
                .tallies()
                .get(0);
        assertThat(tally)
                .isEqualTo(new Tally(
                        UNIT,
                        MONDAY,
                        Channel.PHONE,
                        5,
                        1,
                        1,
                        1,
                        2,
                        Map.of(Rule.P_C2, 1L),
                        Map.of(Rule.P_C2, 1L),
                        Map.of(Rule.P_X4, 1L),
                        Map.of(Rule.P_U1, 2L)));
        assertThat(tally.counted()).isEqualTo(2);
    }

    @Test
    void talliesComeByUnitDayAndChannel() {
        assertThat(evaluate(
                                DEFAULTS,
                                chat("d").on(OTHER_CHAT),
                                chat("c"),
                                callback("b").cameIn("2026-10-06T09:00"),
                                callback("a"))
                        .tallies())
                .extracting(tally -> tally.unit().charAt(tally.unit().length() - 1) + " " + tally.date() + " "
                        + tally.channel().word())
                .containsExactly("1 2026-10-05 phone", "1 2026-10-05 chat", "1 2026-10-06 phone", "3 2026-10-05 chat");
    }

    @Test
    void judgementsComeInTheOrderGiven() {
        assertThat(evaluate(DEFAULTS, callback("b"), chat("c"), callback("a")).judgements())
                .extracting(judgement -> judgement.contact().id().id())
                .containsExactly("b", "c", "a");
    }

    @Test
    void aUnitDayThatNoContactBelongsToCountsNothing() {
        Tally nothing = Tally.nothing(UNIT, MONDAY, Channel.CHAT);
        assertThat(nothing.unit()).isEqualTo(UNIT);
        assertThat(nothing.contactsIn()).isZero();
        assertThat(nothing.counted()).isZero();
    }

    @Test
    void aTallyThatDoesNotBalanceCannotBeMade() {
        assertThatThrownBy(() -> tally(2, 1, 0, 0, 0, 1, 0, 0, 0)).hasMessageContaining("do not balance");
        assertThatThrownBy(() -> tally(1, 1, 0, 0, 0, 2, 0, 0, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tally(1, 0, 1, 0, 0, 0, 2, 0, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tally(1, 0, 0, 1, 0, 0, 0, 2, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> tally(1, 0, 0, 0, 1, 0, 0, 0, 2)).isInstanceOf(IllegalStateException.class);
        assertThat(tally(10, 1, 2, 3, 4, 1, 2, 3, 4).counted()).isEqualTo(3);
    }

    @Test
    void aContactOfALineThatNoUnitHasIsKeptApart() {
        Evaluation evaluation = evaluate(DEFAULTS, callback("a").on("+46000"));
        assertThat(evaluation.unattributed()).hasSize(1);
        assertThat(evaluation.judgements()).isEmpty();
        assertThat(evaluation.tallies()).isEmpty();
    }

    private static Tally tally(
            long in, long hits, long misses, long excluded, long merged, long hit, long miss, long out, long with) {
        return new Tally(
                UNIT,
                MONDAY,
                Channel.PHONE,
                in,
                hits,
                misses,
                excluded,
                merged,
                Map.of(Rule.P_C1, hit),
                Map.of(Rule.P_C4, miss),
                Map.of(Rule.P_X1, out),
                Map.of(Rule.P_U1, with));
    }
}
