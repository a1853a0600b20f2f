package se.nollan.rules.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.nollan.base.http.Paging;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Contact.Kind;
import se.nollan.rules.measure.ContactId;
import se.nollan.rules.measure.Day;
import se.nollan.rules.measure.Dispositions;
import se.nollan.rules.measure.Edition;
import se.nollan.rules.measure.Interpretation;
import se.nollan.rules.measure.Measure;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.measure.Register.Line;
import se.nollan.rules.measure.Register.LineKind;
import se.nollan.rules.measure.Register.Period;
import se.nollan.rules.measure.Register.Unit;
import se.nollan.rules.measure.Register.UnitType;
import se.nollan.rules.measure.RuleSet;
import se.nollan.rules.register.RegisterVersion;

class DayComparisonTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 5);
    private static final RuleSet NATIONAL = RuleSet.of(Edition.V2_0);
    private static final RegisterVersion REGISTER = new RegisterVersion(
            1,
            List.of(
                    new Unit("first", "23", "p", UnitType.VARDCENTRAL, null, Period.ALWAYS),
                    new Unit("second", "23", "p", UnitType.VARDCENTRAL, null, Period.ALWAYS),
                    new Unit("1177", "23", "p", UnitType.SJUKVARDSRADGIVNING_1177, null, Period.ALWAYS)),
            List.of(
                    line("phone", "first", LineKind.MAIN), line("first-chat", "first", LineKind.CHAT),
                    line("second-chat", "second", LineKind.CHAT), line("1177", "1177", LineKind.MAIN)));

    private final List<Contact> contacts = new ArrayList<>();

    private static Line line(String id, String unit, LineKind kind) {
        return new Line(id, unit, kind, false, true, Period.ALWAYS);
    }

    private void contact(
            String id, String line, Kind kind, @Nullable String caller, int hour, @Nullable String firstLine) {
        boolean chat = line.endsWith("chat");
        contacts.add(new Contact(
                new ContactId("p", "s", id),
                line,
                chat ? Channel.CHAT : Channel.PHONE,
                kind,
                Contact.Origin.PATIENT,
                Contact.Caller.PATIENT,
                caller,
                null,
                Day.of(MONDAY).start() + hour * 3_600_000L,
                Contact.NONE,
                Contact.NO_ATTEMPTS,
                Contact.NONE,
                false,
                null,
                Contact.NONE,
                null,
                firstLine));
    }

    private DayComparison compare(List<String> units, RuleSet... others) {
        WhatIfScope whatIfScope = new WhatIfScope(REGISTER);
        units.forEach(unit -> whatIfScope.add(unit, MONDAY));
        return DayComparison.of(whatIfScope, MONDAY, contacts, NATIONAL, List.of(others), (rules, all) -> new Measure(
                        REGISTER.register(), PublicHolidays.sweden(), rules)
                .evaluate(all));
    }

    private static String text(MovedContact movedContact) {
        return movedContact.contact().id().id() + ": "
                + (movedContact.from() == null
                        ? "-"
                        : Dispositions.text(movedContact.from().disposition())) + " to "
                + (movedContact.to() == null
                        ? "-"
                        : Dispositions.text(movedContact.to().disposition()));
    }

    @Test
    void aContactThatAnotherReadingTakesOtherwiseHasMovedAndTheOthersHaveNot() {
        contact("a", "phone", Kind.CALLBACK, "one", 9, null);
        contact("b", "phone", Kind.CALLBACK, "one", 10, null);
        contact("c", "phone", Kind.FULL, "two", 10, null);

        DayComparison day = compare(List.of("first"), NATIONAL.with(Interpretation.REPEATED_CASES, "COUNT_EACH"));

        assertThat(day.moves()).extracting(DayComparisonTest::text).containsExactly("b: MERGED a to MISS");
        assertThat(day.counts()
                        .get(new DayComparison.Key(DayComparison.BASE, "first", Channel.PHONE))
                        .counted())
                .isEqualTo(2);
        assertThat(day.counts()
                        .get(new DayComparison.Key(0, "first", Channel.PHONE))
                        .counted())
                .isEqualTo(3);
    }

    @Test
    void theSameRulesMoveNothing() {
        contact("a", "phone", Kind.CALLBACK, "one", 9, null);

        assertThat(compare(List.of("first"), NATIONAL).moves()).isEmpty();
    }

    @Test
    void aChatThatAnotherUnitWouldHaveMovesForBothAndOnlyForThoseAskedAbout() {
        contact("x", "second-chat", Kind.QUEUE, "one", 9, "first-chat");
        contact("y", "second-chat", Kind.QUEUE, "two", 9, null);
        RuleSet first = NATIONAL.with(Interpretation.UNTAKEN_CHAT, "FIRST_UNIT");

        assertThat(compare(List.of("second"), first).moves())
                .extracting(MovedContact::unit, DayComparisonTest::text)
                .containsExactly(tuple("second", "x: MISS to MISS"));
        assertThat(compare(List.of("first"), first).moves())
                .extracting(MovedContact::unit)
                .containsExactly("first");
        assertThat(compare(List.of("1177"), first).moves()).isEmpty();
    }

    @Test
    void aContactThatNoUnitWouldHaveMovesToNowhere() {
        contact("x", "second-chat", Kind.QUEUE, "one", 9, "gone");
        contact("y", "second-chat", Kind.QUEUE, "two", 9, null);

        assertThat(compare(List.of("second"), NATIONAL.with(Interpretation.UNTAKEN_CHAT, "FIRST_UNIT"))
                        .moves())
                .extracting(DayComparisonTest::text)
                .containsExactly("x: MISS to -");
    }

    @Test
    void figuresAreSumsOfDaysAndThePageHoldsItsShareOfTheMoves() {
        for (int i = 0; i < 5; i++) {
            contact("a" + i, "phone", Kind.CALLBACK, "one", 9, null);
        }
        RuleSet each = NATIONAL.with(Interpretation.REPEATED_CASES, "COUNT_EACH");
        Comparison comparison = new Comparison(1, new Paging(2, 3));
        comparison.add(YearMonth.of(2026, 10), compare(List.of("first"), each));
        comparison.add(YearMonth.of(2026, 10), compare(List.of("first"), each));

        assertThat(comparison.moves()).isEqualTo(8);
        assertThat(comparison.page())
                .extracting(DayComparisonTest::text)
                .hasSize(3)
                .first()
                .isEqualTo("a4: MERGED a0 to MISS");
        assertThat(new WhatIfFigures(comparison, REGISTER, 1).each())
                .filteredOn(figure -> figure.channel().equals("total"))
                .singleElement()
                .satisfies(figure -> {
                    assertThat(figure.base().counted()).isEqualTo(2);
                    assertThat(figure.difference().counted()).isEqualTo(8);
                    assertThat(figure.moved()).isEqualTo(8);
                });
    }

    @Test
    void primaryCaresTotalLeaves1177Out() {
        contact("a", "phone", Kind.CALLBACK, "one", 9, null);
        contact("b", "1177", Kind.QUEUE, "two", 9, null);
        Comparison comparison = new Comparison(1, new Paging(1, 10));
        comparison.add(YearMonth.of(2026, 10), compare(List.of("first", "1177"), NATIONAL));
        WhatIfFigures whatIfFigures = new WhatIfFigures(comparison, REGISTER, 1);

        assertThat(whatIfFigures.totals())
                .allSatisfy(total -> assertThat(total.base().counted()).isEqualTo(1));
        assertThat(whatIfFigures.each()).extracting(WhatIfAnswer.Figure::unit).contains("1177");
    }
}
