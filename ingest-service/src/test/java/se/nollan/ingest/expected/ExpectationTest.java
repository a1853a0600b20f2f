package se.nollan.ingest.expected;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.ingest.register.Line;
import se.nollan.ingest.register.Period;
import se.nollan.ingest.register.Placement;
import se.nollan.ingest.register.Unit;

class ExpectationTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final Unit UNIT =
            new Unit("u", "U", "23", "p", Unit.Type.VARDCENTRAL, null, List.of(), null, List.of(), Period.ALWAYS);

    @Test
    @DisplayName("A line-day that no submission covers is missing; before it is due the month is open, after it late")
    void missing() {
        var came = came(Map.of("a", days(1, 31), "b", days(1, 9)));

        var open = Expectation.of(List.of(line("a", 1, 31), line("b", 1, 31)), came, List.of(), false);
        assertThat(open.state()).isEqualTo(Expectation.State.OPEN);
        assertThat(open.expected()).isEqualTo(62);
        assertThat(open.came()).isEqualTo(40);
        assertThat(open.missing()).isEqualTo(22);
        assertThat(open.lines()).extracting(Expectation.OfLine::line).containsExactly("b");
        assertThat(open.lines().get(0).missing())
                .containsExactly(new Expectation.Days(FIRST.plusDays(9), FIRST.plusDays(30), null));
        assertThat(Expectation.of(List.of(line("b", 1, 31)), came, List.of(), true)
                        .state())
                .isEqualTo(Expectation.State.LATE);
    }

    @Test
    @DisplayName("An absence excuses the days that it names, and no other; what comes all the same counts")
    void excused() {
        var absence = new Absence(
                UUID.randomUUID(),
                "p",
                "a",
                FIRST.plusDays(4),
                FIRST.plusDays(9),
                "changes its system",
                "client",
                Instant.EPOCH);

        var of = Expectation.of(
                List.of(line("a", 1, 10), line("b", 1, 10)),
                came(Map.of("a", days(1, 6), "b", days(1, 10))),
                List.of(absence),
                true);
        assertThat(of.state()).isEqualTo(Expectation.State.COMPLETE);
        assertThat(of.excused()).isEqualTo(4);
        assertThat(of.came()).isEqualTo(16);
        assertThat(of.lines().get(0).excused())
                .containsExactly(new Expectation.Days(FIRST.plusDays(6), FIRST.plusDays(9), "changes its system"));
    }

    @Test
    @DisplayName("A line is expected on the days on which it is in force; gaps on end are told as one")
    void onTheDaysInForce() {
        var of = Expectation.of(
                List.of(line("a", 10, 20)), came(Map.of("a", Set.of(FIRST.plusDays(11)))), List.of(), true);

        assertThat(of.expected()).isEqualTo(11);
        assertThat(of.lines().get(0).missing())
                .containsExactly(
                        new Expectation.Days(FIRST.plusDays(9), FIRST.plusDays(10), null),
                        new Expectation.Days(FIRST.plusDays(12), FIRST.plusDays(19), null));
    }

    private static Placement line(String id, int from, int to) {
        return new Placement(
                new Line(id, "u", Line.Kind.MAIN, false, true, List.of(), List.of(), Period.ALWAYS),
                UNIT,
                new Period(FIRST.plusDays(from - 1), FIRST.plusDays(to - 1)));
    }

    private static Set<LocalDate> days(int from, int to) {
        return FIRST.plusDays(from - 1).datesUntil(FIRST.plusDays(to)).collect(Collectors.toSet());
    }

    private static Expectation.Came came(Map<String, Set<LocalDate>> days) {
        return new Expectation.Came(days, Map.of());
    }
}
