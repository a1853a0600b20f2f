package se.nollan.rules.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTest {

    private static final LocalDate DAY = LocalDate.of(2026, 10, 5);

    private final Register register = new Register(
            List.of(
                    unit("unit", null, DAY, DAY.plusDays(9)),
                    unit("branch", "unit", DAY, DAY.plusDays(4)),
                    unit("branch", null, DAY.plusDays(5), null)),
            List.of(
                    line("early", "unit", null, DAY.plusDays(1)),
                    line("moves", "unit", DAY, DAY.plusDays(1)),
                    line("moves", "branch", DAY.plusDays(2), null)));

    @Test
    void aLineIsInForceWhenItAndItsUnitAre() {
        assertThat(register.line("early", DAY.minusDays(1)))
                .as("before the unit")
                .isNull();
        assertThat(register.line("early", DAY)).isNotNull();
        assertThat(register.line("early", DAY.plusDays(1))).as("its last day").isNotNull();
        assertThat(register.line("early", DAY.plusDays(2))).as("after it ended").isNull();
        assertThat(register.line("unknown", DAY)).isNull();
    }

    @Test
    void aLineBelongsToOneUnitAtATime() {
        assertThat(unitOf("moves", DAY.plusDays(1))).isEqualTo("unit");
        assertThat(unitOf("moves", DAY.plusDays(2))).isEqualTo("branch");
    }

    @Test
    void aUnitIsAtTheTopOfItsFamilyWhileItIsNobodysBranch() {
        assertThat(register.root("branch", DAY)).isEqualTo("unit");
        assertThat(register.root("branch", DAY.plusDays(5))).isEqualTo("branch");
        assertThat(register.root("unit", DAY)).isEqualTo("unit");
        assertThat(register.root("not in force", DAY)).isEqualTo("not in force");
    }

    @ParameterizedTest
    @CsvSource({
        "MAIN, false, true, true",
        "MAIN, false, false, false",
        "MENU, false, true, true",
        "DIRECT, true, true, true",
        "DIRECT, false, true, false",
        "DIRECT, true, false, false",
        "CHAT, false, false, true"
    })
    void aPhoneLineIsMeasuredWithCallbackAndUnderTheMainNumber(
            Register.LineKind kind, boolean underMain, boolean automatic, boolean measured) {
        assertThat(new Register.Line("l", "unit", kind, underMain, automatic, Register.Period.ALWAYS).measured())
                .isEqualTo(measured);
    }

    @Test
    void theKindsOfCareAreTheContactFormats() {
        assertThat(Register.UnitType.values())
                .extracting(Register.UnitType::word)
                .containsExactly(
                        "vardcentral",
                        "rehab",
                        "jourcentral",
                        "narakut",
                        "forsta-linjen",
                        "ovrig-primarvard",
                        "1177",
                        "annan-vardniva");
    }

    private String unitOf(String line, LocalDate day) {
        return register.line(line, day).unit();
    }

    private static Register.Unit unit(
            String id, @Nullable String parent, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Register.Unit(id, "23", "p", Register.UnitType.VARDCENTRAL, parent, new Register.Period(from, to));
    }

    private static Register.Line line(String id, String unit, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Register.Line(id, unit, Register.LineKind.MAIN, false, true, new Register.Period(from, to));
    }
}
