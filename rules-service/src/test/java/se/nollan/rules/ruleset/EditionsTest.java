package se.nollan.rules.ruleset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EditionsTest {

    private static String edition(String setting, String day) {
        return Editions.parse(setting).ruleSet(LocalDate.parse(day)).edition().name();
    }

    @Test
    void theMonthDecidesTheEdition() {
        assertThat(edition("", "2026-10-05")).isEqualTo("2.0");
        assertThat(edition("", "2024-04-30")).isEqualTo("1.4");
        assertThat(edition("", "2023-12-31")).isEqualTo("skr-2010");
    }

    @Test
    void anInstallationMaySetTheEditionOfAMonth() {
        assertThat(edition("1999-01=2.0, 1999-02=1.4", "1999-01-31")).isEqualTo("2.0");
        assertThat(edition("1999-01=2.0, 1999-02=1.4", "1999-02-01")).isEqualTo("1.4");
        assertThat(edition("1999-01=2.0, 1999-02=1.4", "2026-10-05")).isEqualTo("2.0");
    }

    @Test
    void aMonthBeforeAllEditionsHasNone() {
        assertThatThrownBy(() -> edition("1999-01=2.0", "1999-03-01")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1999=2.0", "1999-01", "1999-01=9.9", "January=2.0", "1999-01:2.0"})
    void aSettingThatCannotBeReadIsRefused(String setting) {
        assertThatThrownBy(() -> Editions.parse(setting)).isInstanceOf(IllegalArgumentException.class);
    }
}
