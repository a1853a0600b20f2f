package se.nollan.publish.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.nollan.publish.figure.Examples.A;
import static se.nollan.publish.figure.Examples.B;
import static se.nollan.publish.figure.Examples.COMPANY;
import static se.nollan.publish.figure.Examples.COORDINATOR;
import static se.nollan.publish.figure.Examples.REGION_OWN;
import static se.nollan.publish.figure.Examples.RULES;
import static se.nollan.publish.figure.Examples.counts;
import static se.nollan.publish.figure.Examples.figure;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.publish.month.FigureBody;
import se.nollan.publish.results.Channel;
import se.nollan.publish.results.Effect;
import se.nollan.publish.statement.Statement;

/** The same month under each other reading. */
class EffectsTest {

    private static final Effect EACH = new Effect("I-1", "COUNT_EACH", 2, 3);
    private static final Effect MOVED_FROM = new Effect("I-7", "FIRST_UNIT", 0, -1);
    private static final Effect MOVED_TO = new Effect("I-7", "FIRST_UNIT", 0, 1);

    @Test
    @DisplayName(
            "Effects are summed over days, to every level, each reading by itself and in the order of the interpretations")
    void effectsAreSummed() {
        MonthContent month = region(List.of(new Effect("I-10", "MISS", 0, 4), EACH), List.of(EACH), List.of(EACH));

        assertThat(figure(month, Level.UNIT, A, Channel.PHONE).effects())
                .containsExactly(new Effect("I-1", "COUNT_EACH", 4, 6), new Effect("I-10", "MISS", 0, 4));
        assertThat(figure(month, Level.REGION, "23", Channel.TOTAL).effects())
                .containsExactly(new Effect("I-1", "COUNT_EACH", 6, 9), new Effect("I-10", "MISS", 0, 4));
        assertThat(figure(month, Level.PROVIDER, COMPANY, Channel.PHONE).effects())
                .containsExactly(EACH);
    }

    @Test
    @DisplayName("I-7: what moves from one unit to another changes both, and not the region")
    void whatMovesCancelsOut() {
        MonthContent month = region(List.of(MOVED_FROM), List.of(), List.of(MOVED_TO));

        assertThat(figure(month, Level.UNIT, A, Channel.PHONE).effects()).containsExactly(MOVED_FROM);
        assertThat(figure(month, Level.UNIT, B, Channel.PHONE).effects()).containsExactly(MOVED_TO);
        assertThat(figure(month, Level.REGION, "23", Channel.PHONE).effects()).isEmpty();
    }

    @Test
    void aResultThatDoesNotSayLeavesTheEffectsUnknownWhereverItIsPartOf() {
        MonthContent month = region(List.of(EACH), null, List.of(EACH));

        assertThat(figure(month, Level.UNIT, A, Channel.PHONE).effects()).isNull();
        assertThat(figure(month, Level.REGION, "23", Channel.PHONE).effects()).isNull();
        assertThat(figure(month, Level.UNIT, B, Channel.PHONE).effects()).containsExactly(EACH);
    }

    @Test
    @DisplayName("The share under another reading stands with its difference: 35 of 48 less 31 of 42")
    void theShareUnderAnotherReading() {
        MonthContent month = region(List.of(EACH), List.of(EACH), List.of());
        FigureBody body = FigureBody.of(ReaderView.toRegion(month, List.of())).stream()
                .filter(figure -> figure.level().equals("unit") && figure.id().equals(A))
                .findFirst()
                .orElseThrow();

        assertThat(body.share()).isEqualByComparingTo("0.7381");
        assertThat(body.effects()).singleElement().satisfies(effect -> {
            assertThat(effect.share()).isEqualByComparingTo("0.7292");
            assertThat(effect.shareDifference()).isEqualByComparingTo("-0.0089");
        });
    }

    @Test
    void thePublicSeesNoEffects() {
        MonthContent month = region(List.of(EACH), List.of(EACH), List.of(EACH));

        assertThat(FigureBody.of(ReaderView.toPublic(month, List.of(), Set.of())))
                .allSatisfy(figure -> assertThat(figure.effects()).isNull());
    }

    @Test
    @DisplayName("What is signed pins the effects: another effect is another content")
    void theContentHashCoversTheEffects() {
        String some = hash(region(List.of(EACH), List.of(), List.of()));
        String others = hash(region(List.of(MOVED_TO), List.of(), List.of()));
        String none = hash(region(List.of(), List.of(), List.of()));

        assertThat(List.of(some, others, none)).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("A result without contacts that only another reading would fill does not say that its day was sent")
    void whatOnlyAnotherReadingGivesWasNotSent() {
        MonthContent month = new Examples()
                .unit(A, REGION_OWN)
                .result(A, "2026-10-05", Channel.PHONE, 1, counts(0, 0, 0, 0), List.of(MOVED_TO), RULES)
                .month();

        assertThat(figure(month, Level.UNIT, A, Channel.PHONE).status()).isEqualTo(FigureStatus.MISSING);
    }

    @Test
    void anInterpretationThatNobodyKnowsIsRefused() {
        assertThatThrownBy(() -> new Effect("P-X1", "x", 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static MonthContent region(
            @Nullable List<Effect> ofA, @Nullable List<Effect> ofAToo, @Nullable List<Effect> ofB) {
        return new Examples()
                .unit(A, REGION_OWN)
                .unit(B, COMPANY)
                .result(A, "2026-10-05", Channel.PHONE, 1, counts(20, 10, 0, 0), ofA, RULES)
                .result(A, "2026-10-06", Channel.PHONE, 1, counts(11, 1, 0, 0), ofAToo, RULES)
                .result(B, "2026-10-05", Channel.PHONE, 1, counts(20, 10, 0, 0), ofB, RULES)
                .month();
    }

    private static String hash(MonthContent monthContent) {
        return Statement.draft(monthContent, List.of(), null, null, COORDINATOR).contentHash();
    }
}
