package se.nollan.publish.suppression;

import static org.assertj.core.api.Assertions.assertThat;
import static se.nollan.publish.figure.Examples.A;
import static se.nollan.publish.figure.Examples.B;
import static se.nollan.publish.figure.Examples.C;
import static se.nollan.publish.figure.Examples.CARE_1177;
import static se.nollan.publish.figure.Examples.COMPANY;
import static se.nollan.publish.figure.Examples.REGION_OWN;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.publish.figure.Examples;
import se.nollan.publish.figure.Figure;
import se.nollan.publish.figure.FigureChange;
import se.nollan.publish.figure.FigureStatus;
import se.nollan.publish.figure.Level;
import se.nollan.publish.figure.MonthContent;
import se.nollan.publish.figure.ReaderView;
import se.nollan.publish.register.Form;
import se.nollan.publish.register.Period;
import se.nollan.publish.register.UnitType;
import se.nollan.publish.results.Channel;

class SuppressionTest {

    private static final String DAY = "2026-10-05";
    private static final String D = "SE2321000214-D";
    private static final String SECOND = "556000-0001";
    private static final String THIRD = "556000-0002";

    private static Set<Figure.Key> hidden(MonthContent month) {
        return hidden(month, 5);
    }

    private static Set<Figure.Key> hidden(MonthContent month, long threshold) {
        return Disclosure.of(month.figures(), threshold, List.of()).hidden(month.figures());
    }

    private static Examples threeUnits() {
        return new Examples().unit(A, REGION_OWN).unit(B, REGION_OWN).unit(C, REGION_OWN);
    }

    @Test
    void fewerThanTheThresholdIsHiddenAndTheThresholdItselfIsNot() {
        MonthContent month = threeUnits()
                .phone(A, DAY, 2, 2)
                .phone(B, DAY, 4, 4)
                .phone(C, DAY, 60, 40)
                .month();

        assertThat(hidden(month)).contains(key(Level.UNIT, A, Channel.PHONE));
        assertThat(hidden(month))
                .doesNotContain(key(Level.UNIT, C, Channel.PHONE), key(Level.REGION, "23", Channel.PHONE));
        assertThat(hidden(month, 4)).isEmpty();
        assertThat(hidden(month, 0)).isEmpty();
    }

    @Test
    @DisplayName("Zero is not small, and missing is not hidden")
    void zeroAndMissingAreShownAsWhatTheyAre() {
        MonthContent month = new Examples()
                .unit(A, REGION_OWN)
                .unit(B, REGION_OWN)
                .result(A, DAY, Channel.PHONE, 1, Examples.counts(0, 0, 3, 0), Examples.RULES)
                .month();

        ReaderView open = ReaderView.toPublic(month, List.of(), hidden(month));

        assertThat(open.figures()).noneMatch(figure -> figure.status() == FigureStatus.SUPPRESSED);
        assertThat(open.figures()).anyMatch(figure -> figure.status() == FigureStatus.MISSING);
    }

    @Test
    @DisplayName("A unit's total goes with its one hidden channel, and a neighbour's likewise, while the sums stay")
    void aUnitsTotalGoesWithTheOneChannelThatIsHidden() {
        MonthContent month = threeUnits()
                .phone(A, DAY, 50, 7)
                .chat(A, DAY, 2, 0)
                .phone(B, DAY, 50, 7)
                .chat(B, DAY, 30, 6)
                .phone(C, DAY, 50, 7)
                .chat(C, DAY, 90, 8)
                .month();

        assertThat(hidden(month))
                .containsExactlyInAnyOrder(
                        key(Level.UNIT, A, Channel.CHAT),
                        key(Level.UNIT, A, Channel.TOTAL),
                        key(Level.UNIT, B, Channel.CHAT),
                        key(Level.UNIT, B, Channel.TOTAL));
    }

    @Test
    void theSmallestUnitThatIsEnoughGoesWhereOnlyOneOfAProviderIsHidden() {
        MonthContent month = threeUnits()
                .phone(A, DAY, 2, 1)
                .phone(B, DAY, 70, 9)
                .phone(C, DAY, 50, 9)
                .month();

        assertThat(hidden(month))
                .contains(key(Level.UNIT, A, Channel.PHONE), key(Level.UNIT, C, Channel.PHONE))
                .doesNotContain(key(Level.UNIT, B, Channel.PHONE), key(Level.PROVIDER, REGION_OWN, Channel.PHONE));
    }

    @Test
    @DisplayName("Two small units whose sum pins them within one contact are not hidden by each other alone")
    void aSumThatPinsItsPartsHidesMore() {
        for (int[] counts : new int[][] {{1, 1}, {4, 4}, {4, 2}}) {
            MonthContent month = threeUnits()
                    .phone(A, DAY, counts[0], 0)
                    .phone(B, DAY, counts[1], 0)
                    .phone(C, DAY, 50, 9)
                    .month();

            assertThat(hidden(month)).contains(key(Level.UNIT, C, Channel.PHONE));
        }
    }

    @Test
    @DisplayName("A sum without misses tells that a hidden unit has none: it is not shown")
    void aSumWithoutMissesIsNotShown() {
        MonthContent month = threeUnits()
                .phone(A, DAY, 3, 0)
                .phone(B, DAY, 70, 0)
                .phone(C, DAY, 50, 0)
                .month();

        assertThat(hidden(month))
                .contains(key(Level.UNIT, A, Channel.PHONE), key(Level.REGION, "23", Channel.PHONE))
                .doesNotContain(key(Level.UNIT, B, Channel.PHONE), key(Level.UNIT, C, Channel.PHONE));
    }

    @Test
    @DisplayName("A provider that subtracts its own units has not its only neighbour's left")
    void aProviderCannotSubtractItself() {
        Examples two = new Examples()
                .unit(A, COMPANY)
                .provider(SECOND, Form.PRIVATE)
                .unit(B, SECOND)
                .phone(A, DAY, 2, 1)
                .phone(B, DAY, 50, 9);

        assertThat(hidden(two.month())).contains(key(Level.FORM, "private", Channel.PHONE));

        MonthContent three = two.provider(THIRD, Form.PRIVATE)
                .unit(C, THIRD)
                .phone(C, DAY, 60, 9)
                .month();
        assertThat(hidden(three))
                .contains(
                        key(Level.UNIT, B, Channel.PHONE),
                        key(Level.PROVIDER, SECOND, Channel.PHONE),
                        key(Level.UNIT, C, Channel.PHONE),
                        key(Level.PROVIDER, THIRD, Channel.PHONE))
                .doesNotContain(key(Level.FORM, "private", Channel.PHONE), key(Level.REGION, "23", Channel.PHONE));
    }

    @Test
    @DisplayName("The nation shows no sum that a region's statement, or the other regions', would take apart")
    void aRegionsOnlySmallUnitHidesTheNationsSum() {
        MonthContent month = threeUnits()
                .unit(D, COMPANY, UnitType.VARDCENTRAL, "24", null, Period.ALWAYS)
                .phone(A, DAY, 50, 9)
                .phone(B, DAY, 50, 9)
                .phone(C, DAY, 50, 9)
                .phone(D, DAY, 2, 2)
                .month(Examples.NATION);

        assertThat(hidden(month))
                .contains(key(Level.REGION, "24", Channel.PHONE), key(Level.NATION, "00", Channel.PHONE))
                .doesNotContain(key(Level.REGION, "23", Channel.PHONE), key(Level.UNIT, A, Channel.PHONE));
    }

    @Test
    @DisplayName("S-2: a small channel of 1177 takes one more of its own figures, and nobody else's")
    void care1177HidesOnlyItsOwn() {
        MonthContent month = threeUnits()
                .unit(CARE_1177, REGION_OWN, UnitType.CARE_1177, "23", null, Period.ALWAYS)
                .phone(A, DAY, 50, 9)
                .phone(CARE_1177, DAY, 50, 9)
                .chat(CARE_1177, DAY, 2, 1)
                .month();

        assertThat(hidden(month)).hasSize(2).allMatch(key -> key.id().equals(CARE_1177));
    }

    @Test
    @DisplayName("What is hidden in one version stays together in the next, and the next does not tell the first")
    void aVersionDoesNotTellAnother() {
        Examples region = threeUnits().phone(A, DAY, 2, 1).phone(B, DAY, 70, 9).phone(C, DAY, 50, 9);
        MonthContent first = region.month();
        Disclosure told = Disclosure.of(first.figures(), 5, List.of());
        MonthContent second = region.phone(A, DAY, 40, 7).month();

        Set<Figure.Key> hidden =
                Disclosure.of(second.figures(), 5, List.of(told)).hidden(second.figures());

        assertThat(hidden)
                .contains(key(Level.UNIT, A, Channel.PHONE), key(Level.UNIT, C, Channel.PHONE))
                .doesNotContain(key(Level.UNIT, B, Channel.PHONE), key(Level.REGION, "23", Channel.PHONE));
    }

    @Test
    @DisplayName("Of a small unit that came late the difference of two sums would tell: the later sum is not shown")
    void aLateSmallUnitHidesTheSumsThatItChanged() {
        Examples region = threeUnits().phone(B, DAY, 70, 9).phone(C, DAY, 50, 9);
        Disclosure told = Disclosure.of(region.month().figures(), 5, List.of());
        MonthContent second = region.phone(A, DAY, 2, 1).month();

        Set<Figure.Key> hidden =
                Disclosure.of(second.figures(), 5, List.of(told)).hidden(second.figures());

        assertThat(hidden)
                .contains(key(Level.UNIT, A, Channel.PHONE), key(Level.REGION, "23", Channel.PHONE))
                .doesNotContain(key(Level.UNIT, B, Channel.PHONE), key(Level.UNIT, C, Channel.PHONE));
    }

    @Test
    @DisplayName("The public is not told whether a hidden figure has changed")
    void theListOfChangesIsSilentOfWhatIsHidden() {
        Examples region = threeUnits().phone(A, DAY, 2, 1).phone(B, DAY, 70, 9).phone(C, DAY, 50, 9);
        MonthContent first = region.month();
        Disclosure told = Disclosure.of(first.figures(), 5, List.of());
        MonthContent second = region.phone(C, DAY, 55, 9).month();
        Set<Figure.Key> hidden =
                Disclosure.of(second.figures(), 5, List.of(told)).hidden(second.figures());

        assertThat(ReaderView.toPublic(second, FigureChange.between(first, second), hidden)
                        .changes())
                .extracting(FigureChange::id)
                .contains("23")
                .doesNotContain(A, C);
    }

    @Test
    void aHiddenFigureHasNoCountsAndSaysThatItIsHidden() {
        MonthContent month =
                new Examples().unit(A, REGION_OWN).phone(A, DAY, 2, 0).month();

        assertThat(ReaderView.toPublic(month, List.of(), hidden(month)).figures())
                .allMatch(figure -> figure.status() == FigureStatus.SUPPRESSED)
                .allMatch(figure -> figure.counts().contactsIn() == 0);
        assertThat(ReaderView.toRegion(month, List.of()).figures())
                .noneMatch(figure -> figure.status() == FigureStatus.SUPPRESSED);
    }

    private static Figure.Key key(Level level, String id, Channel channel) {
        return new Figure.Key(level, id, channel);
    }
}
