package se.nollan.ingest.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({"0,0", "17,17", "-4,-4", "+5,5", "12.50,12.50", "123456789012345678,123456789012345678"})
    @DisplayName("A number is digits, with a sign or decimals or without")
    void aNumber(String cell, BigDecimal number) {
        assertThat(Numbers.read(cell, ".")).isEqualTo(number);
        assertThat(Numbers.read(cell.replace('.', ','), ",")).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "+",
                ".",
                "1.",
                ".5",
                "1.2.3",
                "1,5",
                "1e5",
                " 1",
                "1 ",
                "--1",
                "1234567890123456789",
                "٣"
            })
    @DisplayName("Anything else is none")
    void none(String cell) {
        assertThat(Numbers.read(cell, ".")).isNull();
        assertThat(Numbers.isWhole(cell)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.000,5"})
    @DisplayName("Where a comma stands before decimals, a point is no part of a number")
    void comma(String cell) {
        assertThat(Numbers.read(cell, ",")).isNull();
    }
}
