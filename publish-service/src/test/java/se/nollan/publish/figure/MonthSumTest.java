package se.nollan.publish.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static se.nollan.publish.figure.Examples.A;
import static se.nollan.publish.figure.Examples.B;
import static se.nollan.publish.figure.Examples.C;
import static se.nollan.publish.figure.Examples.CARE_1177;
import static se.nollan.publish.figure.Examples.COMPANY;
import static se.nollan.publish.figure.Examples.EYES;
import static se.nollan.publish.figure.Examples.NATION;
import static se.nollan.publish.figure.Examples.REGION_OWN;
import static se.nollan.publish.figure.Examples.RULES;
import static se.nollan.publish.figure.Examples.counts;
import static se.nollan.publish.figure.Examples.figure;
import static se.nollan.publish.figure.Examples.stands;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.nollan.publish.register.Period;
import se.nollan.publish.register.UnitType;
import se.nollan.publish.results.Channel;

class MonthSumTest {

    @Test
    @DisplayName("R-1: the share of a month comes from the sums, never from the days' shares")
    void aShareComesFromTheSums() {
        MonthContent month = new Examples()
                .unit(A, REGION_OWN)
                .phone(A, "2026-10-05", 1, 0)
                .phone(A, "2026-10-06", 0, 3)
                .month();

        assertThat(figure(month, Level.UNIT, A, Channel.PHONE).counts().share()).isEqualTo(new BigDecimal("0.2500"));
    }

    @Test
    @DisplayName("R-2: phone, chat and total stand each by itself at every level")
    void phoneChatAndTotalStandEachByItself() {
        MonthContent month = new Examples()
                .unit(A, REGION_OWN)
                .phone(A, "2026-10-05", 3, 1)
                .chat(A, "2026-10-10", 2, 2)
                .month();

        for (Figure.Key key : Stream.of(
                        new Figure.Key(Level.UNIT, A, Channel.TOTAL),
                        new Figure.Key(Level.PROVIDER, REGION_OWN, Channel.TOTAL),
                        new Figure.Key(Level.FORM, "public", Channel.TOTAL),
                        new Figure.Key(Level.REGION, "23", Channel.TOTAL))
                .toList()) {
            assertThat(figure(month, key.level(), key.id(), Channel.PHONE).counts())
                    .isEqualTo(counts(3, 1, 0, 0));
            assertThat(figure(month, key.level(), key.id(), Channel.CHAT).counts())
                    .isEqualTo(counts(2, 2, 0, 0));
            assertThat(figure(month, key.level(), key.id(), Channel.TOTAL)
                            .counts()
                            .counted())
                    .isEqualTo(8);
        }
    }

    @Test
    @DisplayName("S-2: 1177 is on its own and in no sum")
    void care1177IsOnItsOwn() {
        Examples region = new Examples()
                .unit(A, REGION_OWN)
                .unit(CARE_1177, REGION_OWN, UnitType.CARE_1177, "23", null, Period.ALWAYS)
                .phone(A, "2026-10-05", 3, 1)
                .phone(CARE_1177, "2026-10-05", 900, 100);

        for (MonthContent month : new MonthContent[] {region.month(), region.month(NATION)}) {
            assertThat(figure(month, Level.CARE_1177, CARE_1177, Channel.PHONE)
                            .counts()
                            .counted())
                    .isEqualTo(1000);
            assertThat(stands(month, Level.UNIT, CARE_1177)).isFalse();
            assertThat(month.figures())
                    .filteredOn(
                            figure -> figure.subject().level() != Level.CARE_1177 && figure.channel() != Channel.CHAT)
                    .allMatch(figure -> figure.counts().counted() == 4);
        }
    }

    @Test
    @DisplayName("S-1: a unit of another care level is nowhere")
    void anotherCareLevelIsNowhere() {
        MonthContent month = new Examples()
                .unit(A, REGION_OWN)
                .unit(EYES, REGION_OWN, UnitType.ANNAN_VARDNIVA, "23", null, Period.ALWAYS)
                .result(EYES, "2026-10-05", Channel.PHONE, 1, counts(0, 0, 7, 0), RULES)
                .month();

        assertThat(month.figures()).noneMatch(figure -> figure.subject().id().equals(EYES));
        assertThat(figure(month, Level.REGION, "23", Channel.TOTAL).counts().contactsIn())
                .isZero();
        assertThat(month.gaps()).noneMatch(gap -> gap.unit().equals(EYES));
    }

    @Test
    @DisplayName("A unit that changes owner inside the month has its days split between them")
    void aUnitThatChangesOwnerHasItsDaysSplit() {
        MonthContent month = new Examples()
                .unit(A, REGION_OWN, UnitType.VARDCENTRAL, "23", null, new Period(null, LocalDate.parse("2026-10-15")))
                .unit(A, COMPANY, UnitType.VARDCENTRAL, "23", null, new Period(LocalDate.parse("2026-10-16"), null))
                .phone(A, "2026-10-15", 10, 0)
                .phone(A, "2026-10-16", 0, 7)
                .month();

        assertThat(figure(month, Level.PROVIDER, REGION_OWN, Channel.PHONE).counts())
                .isEqualTo(counts(10, 0, 0, 0));
        assertThat(figure(month, Level.PROVIDER, COMPANY, Channel.PHONE).counts())
                .isEqualTo(counts(0, 7, 0, 0));
        assertThat(figure(month, Level.FORM, "public", Channel.TOTAL).counts().hits())
                .isEqualTo(10);
        assertThat(figure(month, Level.FORM, "private", Channel.TOTAL).counts().misses())
                .isEqualTo(7);
        Figure whole = figure(month, Level.UNIT, A, Channel.PHONE);
        assertThat(whole.counts()).isEqualTo(counts(10, 7, 0, 0));
        assertThat(whole.subject().provider()).isNull();
        assertThat(figure(month, Level.UNIT_PART, A + "#1", Channel.PHONE)
                        .subject()
                        .provider())
                .isEqualTo(REGION_OWN);
        assertThat(figure(month, Level.UNIT_PART, A + "#2", Channel.PHONE)
                        .subject()
                        .provider())
                .isEqualTo(COMPANY);
    }

    @Test
    @DisplayName("Missing is not zero: a unit that sent nothing, one that sent an empty month, one that sent contacts")
    void missingIsNotZero() {
        MonthContent month = new Examples()
                .unit(A, REGION_OWN)
                .unit(B, REGION_OWN)
                .unit(C, REGION_OWN)
                .line("+46631000001", A, false)
                .line("+46631000002", B, false)
                .line("+46631000003", C, false)
                .delivered(REGION_OWN, "+46631000002", "2026-10-01", "2026-10-31")
                .delivered(REGION_OWN, "+46631000003", "2026-10-01", "2026-10-30")
                .phone(C, "2026-10-05", 1, 0)
                .month();

        assertThat(figure(month, Level.UNIT, A, Channel.PHONE).status()).isEqualTo(FigureStatus.MISSING);
        assertThat(figure(month, Level.UNIT, B, Channel.PHONE).status()).isEqualTo(FigureStatus.REPORTED);
        assertThat(figure(month, Level.UNIT, B, Channel.PHONE).counts().contactsIn())
                .isZero();
        assertThat(month.gaps())
                .extracting(Gap::unit, Gap::channel, Gap::wholeMonth, gap -> gap.days()
                        .size())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(A, Channel.PHONE, true, 31),
                        org.assertj.core.groups.Tuple.tuple(C, Channel.PHONE, false, 1));
    }

    @Test
    @DisplayName("S-5: a unit without chat has no chat figure and no chat gap; one with chat that sent none has both")
    void chatIsAskedOnlyOfUnitsThatOfferIt() {
        MonthContent month = new Examples()
                .unit(A, REGION_OWN)
                .unit(B, REGION_OWN)
                .line("chat-b", B, true)
                .phone(A, "2026-10-05", 1, 0)
                .phone(B, "2026-10-05", 1, 0)
                .month();

        assertThat(month.figures())
                .noneMatch(figure -> figure.key().equals(new Figure.Key(Level.UNIT, A, Channel.CHAT)));
        assertThat(figure(month, Level.UNIT, B, Channel.CHAT).status()).isEqualTo(FigureStatus.MISSING);
        assertThat(figure(month, Level.UNIT, B, Channel.TOTAL).status()).isEqualTo(FigureStatus.REPORTED);
        assertThat(month.gaps())
                .anyMatch(gap -> gap.unit().equals(B) && gap.channel() == Channel.CHAT && gap.wholeMonth());
    }

    @Test
    @DisplayName("S-4: what is sent for a branch is sent for its parent, and a branch is not asked for by itself")
    void aBranchIsItsParents() {
        MonthContent month = new Examples()
                .unit(A, REGION_OWN)
                .unit(B, REGION_OWN, UnitType.ANNAN_VARDNIVA, "23", A, Period.ALWAYS)
                .line("+46631000011", B, false)
                .delivered(REGION_OWN, "+46631000011", "2026-10-01", "2026-10-31")
                .month();

        assertThat(stands(month, Level.UNIT, B)).isFalse();
        assertThat(figure(month, Level.UNIT, A, Channel.PHONE).status()).isEqualTo(FigureStatus.REPORTED);
        assertThat(month.gaps()).isEmpty();
    }

    @Test
    @DisplayName("Two systems may use the same key for different lines: each is its own provider's")
    void aKeyIsReadWithItsProvider() {
        MonthContent month = new Examples()
                .unit(A, REGION_OWN)
                .unit(B, COMPANY)
                .line("Q1", A, false)
                .line("Q1", B, false)
                .delivered(COMPANY, "Q1", "2026-10-01", "2026-10-31")
                .month();

        assertThat(figure(month, Level.UNIT, A, Channel.PHONE).status()).isEqualTo(FigureStatus.MISSING);
        assertThat(figure(month, Level.UNIT, B, Channel.PHONE).status()).isEqualTo(FigureStatus.REPORTED);
    }

    @Test
    void aUnitIsExpectedOnlyOnTheDaysItIsInForce() {
        MonthContent month = new Examples()
                .unit(A, COMPANY, UnitType.REHAB, "23", null, new Period(LocalDate.parse("2026-10-30"), null))
                .unit(B, COMPANY, UnitType.REHAB, "23", null, new Period(null, LocalDate.parse("2026-09-30")))
                .month();

        assertThat(month.gaps()).singleElement().satisfies(gap -> assertThat(gap.days())
                .containsExactly(LocalDate.parse("2026-10-30"), LocalDate.parse("2026-10-31")));
    }

    @Test
    @DisplayName("A result with contacts of a unit the register does not know that day is not lost silently")
    void anUnknownUnitIsNamed() {
        MonthContent month =
                new Examples().unit(A, REGION_OWN).phone(C, "2026-10-05", 1, 0).month();

        assertThat(month.unattributed())
                .containsExactly(new ResultRevision(C, LocalDate.parse("2026-10-05"), Channel.PHONE, 1));
    }

    @Test
    void aRegionHasNothingOfAnotherAndTheNationHasBoth() {
        Examples nation = new Examples()
                .unit(A, REGION_OWN)
                .unit(B, COMPANY, UnitType.VARDCENTRAL, "24", null, Period.ALWAYS)
                .phone(A, "2026-10-05", 3, 0)
                .phone(B, "2026-10-05", 5, 0)
                .phone(B, "2026-09-30", 100, 0);

        assertThat(stands(nation.month(), Level.UNIT, B)).isFalse();
        assertThat(nation.month().pins()).hasSize(1);
        assertThat(figure(nation.month(NATION), Level.NATION, "00", Channel.TOTAL)
                        .counts()
                        .hits())
                .isEqualTo(8);
        assertThat(figure(nation.month(NATION), Level.REGION, "24", Channel.TOTAL)
                        .counts()
                        .hits())
                .isEqualTo(5);
    }

    @Test
    void aMonthNamesWhatItWasMadeFrom() {
        MonthContent month = new Examples()
                .unit(A, REGION_OWN)
                .result(A, "2026-10-05", Channel.PHONE, 4, counts(1, 0, 0, 0), RULES)
                .registerVersion(5)
                .result(A, "2026-10-06", Channel.PHONE, 2, counts(1, 0, 0, 0), RULES)
                .month();

        assertThat(month.ruleSets()).containsExactly(RULES);
        assertThat(month.registerVersion()).isEqualTo(5);
        assertThat(month.resultRegisterVersions()).containsExactly(3L, 5L);
        assertThat(month.pins())
                .containsExactly(
                        new ResultRevision(A, LocalDate.parse("2026-10-05"), Channel.PHONE, 4),
                        new ResultRevision(A, LocalDate.parse("2026-10-06"), Channel.PHONE, 2));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    @DisplayName("Invariant 1: every level of a random month balances, and the levels agree with one another")
    void everyLevelOfARandomMonthBalances(long seed) {
        Random random = new Random(seed);
        Examples region = new Examples();
        for (int unit = 0; unit < 12; unit++) {
            String id = "SE2321000214-U" + unit;
            region.unit(id, unit % 3 == 0 ? REGION_OWN : COMPANY);
            for (int day = 1; day <= YearMonth.of(2026, 10).lengthOfMonth(); day++) {
                for (Channel channel : new Channel[] {Channel.PHONE, Channel.CHAT}) {
                    region.result(
                            id,
                            YearMonth.of(2026, 10).atDay(day).toString(),
                            channel,
                            1,
                            counts(random.nextInt(20), random.nextInt(9), random.nextInt(5), random.nextInt(3)),
                            RULES);
                }
            }
        }

        MonthContent month = region.month();

        for (Channel channel : Channel.values()) {
            long units = sum(month, Level.UNIT, channel);
            assertThat(units).isPositive();
            assertThat(sum(month, Level.PROVIDER, channel)).isEqualTo(units);
            assertThat(sum(month, Level.FORM, channel)).isEqualTo(units);
            assertThat(sum(month, Level.REGION, channel)).isEqualTo(units);
        }
        assertThat(month.figures())
                .allSatisfy(figure -> assertThat(figure.counts().hits()
                                + figure.counts().misses()
                                + figure.counts().excludedContacts()
                                + figure.counts().mergedContacts())
                        .isEqualTo(figure.counts().contactsIn()));
    }

    private static long sum(MonthContent month, Level level, Channel channel) {
        return month.figures().stream()
                .filter(figure -> figure.subject().level() == level && figure.channel() == channel)
                .mapToLong(figure -> figure.counts().contactsIn())
                .sum();
    }
}
