package se.nollan.publish.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static se.nollan.publish.figure.Examples.A;
import static se.nollan.publish.figure.Examples.B;
import static se.nollan.publish.figure.Examples.C;
import static se.nollan.publish.figure.Examples.COMPANY;
import static se.nollan.publish.figure.Examples.NATION;
import static se.nollan.publish.figure.Examples.REGION;
import static se.nollan.publish.figure.Examples.REGION_OWN;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.nollan.publish.register.Period;
import se.nollan.publish.register.UnitType;
import se.nollan.publish.results.Channel;

class SuppressionTest {

    private static final String DAY = "2026-10-05";

    @Test
    void fewerThanTheThresholdIsHiddenAndTheThresholdItselfIsNot() {
        MonthContent month = new Examples()
                .unit(A, REGION_OWN)
                .unit(B, REGION_OWN)
                .unit(C, REGION_OWN)
                .phone(A, DAY, 2, 2)
                .phone(B, DAY, 3, 2)
                .phone(C, DAY, 60, 40)
                .month();

        Set<Figure.Key> hidden = Suppression.of(month.figures(), 5);

        assertThat(hidden).contains(key(Level.UNIT, A, Channel.PHONE));
        assertThat(hidden).doesNotContain(key(Level.UNIT, C, Channel.PHONE), key(Level.REGION, "23", Channel.PHONE));
        assertThat(Suppression.of(month.figures(), 4)).isEmpty();
    }

    @Test
    @DisplayName("Zero is not small, and missing is not hidden")
    void zeroAndMissingAreShownAsWhatTheyAre() {
        MonthContent month = new Examples()
                .unit(A, REGION_OWN)
                .unit(B, REGION_OWN)
                .result(A, DAY, Channel.PHONE, 1, Examples.counts(0, 0, 3, 0), Examples.RULES)
                .month();

        ReaderView open = ReaderView.toPublic(month, List.of(), 5);

        assertThat(open.figures()).noneMatch(figure -> figure.status() == FigureStatus.SUPPRESSED);
        assertThat(open.figures()).anyMatch(figure -> figure.status() == FigureStatus.MISSING);
    }

    @Test
    void aUnitsTotalGoesWithTheOneChannelThatIsHidden() {
        MonthContent month = new Examples()
                .unit(A, REGION_OWN)
                .unit(B, REGION_OWN)
                .unit(C, REGION_OWN)
                .phone(A, DAY, 50, 0)
                .chat(A, DAY, 2, 0)
                .phone(B, DAY, 50, 0)
                .chat(B, DAY, 3, 0)
                .phone(C, DAY, 50, 0)
                .chat(C, DAY, 90, 0)
                .month();

        Set<Figure.Key> hidden = Suppression.of(month.figures(), 5);

        assertThat(hidden)
                .contains(key(Level.UNIT, A, Channel.CHAT), key(Level.UNIT, A, Channel.TOTAL))
                .doesNotContain(key(Level.UNIT, A, Channel.PHONE), key(Level.UNIT, C, Channel.TOTAL));
    }

    @Test
    void theNextSmallestUnitGoesWhereOnlyOneOfAProviderIsHidden() {
        MonthContent month = new Examples()
                .unit(A, REGION_OWN)
                .unit(B, REGION_OWN)
                .unit(C, REGION_OWN)
                .phone(A, DAY, 2, 0)
                .phone(B, DAY, 70, 0)
                .phone(C, DAY, 50, 0)
                .month();

        assertThat(Suppression.of(month.figures(), 5))
                .contains(key(Level.UNIT, A, Channel.PHONE), key(Level.UNIT, C, Channel.PHONE))
                .doesNotContain(key(Level.UNIT, B, Channel.PHONE), key(Level.PROVIDER, REGION_OWN, Channel.PHONE));
    }

    @Test
    @DisplayName("Two hidden units that must each be 1, or each be 4, are not hidden by each other")
    void aSumThatLeavesOnePossibilityHidesMore() {
        Examples ones = new Examples().unit(A, REGION_OWN).unit(B, REGION_OWN).unit(C, REGION_OWN);
        MonthContent month = ones.phone(A, DAY, 1, 0)
                .phone(B, DAY, 1, 0)
                .phone(C, DAY, 50, 0)
                .month();

        assertThat(Suppression.of(month.figures(), 5)).contains(key(Level.UNIT, C, Channel.PHONE));

        MonthContent fours = ones.phone(A, DAY, 4, 0).phone(B, DAY, 4, 0).month();
        assertThat(Suppression.of(fours.figures(), 5)).contains(key(Level.UNIT, C, Channel.PHONE));

        MonthContent others = ones.phone(A, DAY, 4, 0).phone(B, DAY, 2, 0).month();
        assertThat(Suppression.of(others.figures(), 5)).doesNotContain(key(Level.UNIT, C, Channel.PHONE));
    }

    @Test
    void aHiddenFigureHasNoCountsAndSaysThatItIsHidden() {
        MonthContent month =
                new Examples().unit(A, REGION_OWN).phone(A, DAY, 2, 0).month();

        assertThat(ReaderView.toPublic(month, List.of(), 5).figures())
                .allMatch(figure -> figure.status() == FigureStatus.SUPPRESSED)
                .allMatch(figure -> figure.counts().contactsIn() == 0);
        assertThat(ReaderView.toRegion(month, List.of()).figures())
                .noneMatch(figure -> figure.status() == FigureStatus.SUPPRESSED);
    }

    /**
     * What a reader with pen, paper and linear algebra can do: every shown figure is known, every sum is an equation; no
     * hidden figure may have only one solution.
     */
    @ParameterizedTest(name = "{0}")
    @MethodSource("seeds")
    @DisplayName("No hidden figure can be computed from the shown ones")
    void noHiddenFigureCanBeComputed(long seed) {
        Random random = new Random(seed);
        Scope scope = random.nextBoolean() ? REGION : NATION;
        MonthContent month = randomMonth(random).month(scope);

        Set<Figure.Key> hidden = Suppression.of(month.figures(), 5);

        assertThat(Reader.computes(month.figures(), hidden))
                .as("scope %s", scope)
                .isEmpty();
    }

    static java.util.stream.LongStream seeds() {
        return java.util.stream.LongStream.range(0, 400);
    }

    private static Examples randomMonth(Random random) {
        Examples month = new Examples();
        int units = 1 + random.nextInt(9);
        for (int i = 0; i < units; i++) {
            String id = "SE2321000214-U" + i;
            String region = random.nextInt(3) == 0 ? "24" : "23";
            String provider = random.nextBoolean() ? REGION_OWN : COMPANY;
            if (random.nextInt(4) == 0) {
                month.unit(id, REGION_OWN, UnitType.VARDCENTRAL, region, null, new Period(null, LocalDate.parse(DAY)));
                month.unit(
                        id,
                        COMPANY,
                        UnitType.VARDCENTRAL,
                        region,
                        null,
                        new Period(LocalDate.parse("2026-10-06"), null));
                month.phone(id, "2026-10-20", random.nextInt(12), random.nextInt(3));
            } else {
                month.unit(id, provider, UnitType.VARDCENTRAL, region, null, Period.ALWAYS);
            }
            month.phone(id, DAY, random.nextInt(12), random.nextInt(3));
            if (random.nextBoolean()) {
                month.chat(id, DAY, random.nextInt(6), random.nextInt(2));
            }
        }
        return month.unit("SE2321000214-OWN", REGION_OWN).phone("SE2321000214-OWN", DAY, 30, 1);
    }

    private static Figure.Key key(Level level, String id, Channel channel) {
        return new Figure.Key(level, id, channel);
    }
}
