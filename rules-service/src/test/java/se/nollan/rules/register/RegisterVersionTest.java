package se.nollan.rules.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.nollan.rules.measure.Register.Line;
import se.nollan.rules.measure.Register.LineKind;
import se.nollan.rules.measure.Register.Period;
import se.nollan.rules.measure.Register.Unit;
import se.nollan.rules.measure.Register.UnitType;

class RegisterVersionTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

    private static Unit unit(String id, @Nullable String parent) {
        return new Unit(id, "23", "p", UnitType.VARDCENTRAL, parent, Period.ALWAYS);
    }

    private static Line line(String id, String unit, boolean automatic) {
        return new Line(id, unit, LineKind.MAIN, false, automatic, Period.ALWAYS);
    }

    private final RegisterVersion register = new RegisterVersion(
            1,
            List.of(unit("A", null), unit("B", "A"), unit("C", null)),
            List.of(line("a", "A", true), line("b", "B", true), line("c", "C", true)));

    @Test
    void aBranchIsOfItsParentsFamily() {
        assertThat(register.roots(List.of("b"), List.of(), DAY)).containsExactly("A");
    }

    @Test
    void aSliceTouchesTheFamiliesOfAllItsLines() {
        assertThat(register.roots(List.of("a", "b", "c"), List.of(), DAY)).containsExactlyInAnyOrder("A", "C");
    }

    @Test
    void aLineThatIsNotKnownTouchesWhatTheSenderTookItFor() {
        assertThat(register.roots(List.of("x"), List.of("B"), DAY)).containsExactly("A");
        assertThat(register.roots(List.of("x"), List.of("Z"), DAY)).containsExactly("Z");
        assertThat(register.roots(List.of("x", "c"), List.of("Z"), DAY)).containsExactly("C");
    }

    @Test
    void aLineIsChangedWhenItsUnitOrThatUnitsParentIs() {
        RegisterVersion next = new RegisterVersion(
                2,
                List.of(new Unit("A", "23", "p", UnitType.REHAB, null, Period.ALWAYS), unit("B", "A"), unit("C", null)),
                List.of(line("a", "A", true), line("b", "B", true), line("c", "C", true)));

        assertThat(next.changedLines(register)).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void aLineIsChangedWhenItComesGoesOrIsAnother() {
        RegisterVersion next = new RegisterVersion(
                2,
                List.of(unit("A", null), unit("B", "A"), unit("C", null)),
                List.of(line("a", "A", false), line("b", "B", true), line("d", "C", true)));

        assertThat(next.changedLines(register)).containsExactlyInAnyOrder("a", "c", "d");
    }

    @Test
    void nothingIsChangedByTheSameAgainInAnotherOrder() {
        RegisterVersion next = new RegisterVersion(
                2,
                List.of(unit("C", null), unit("B", "A"), unit("A", null)),
                List.of(line("c", "C", true), line("b", "B", true), line("a", "A", true)));

        assertThat(next.changedLines(register)).isEmpty();
        assertThat(next.changedLines(RegisterVersion.NONE)).containsExactlyInAnyOrder("a", "b", "c");
    }
}
