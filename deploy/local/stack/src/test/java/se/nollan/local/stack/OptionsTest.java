package se.nollan.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.nollan.local.sample.Sample;

class OptionsTest {

    @Test
    void withoutOptionsItIsTheSampleMonthAndStaysUp() {
        assertThat(Options.of()).isEqualTo(new Options(Sample.Wish.DEFAULT, false, false, false));
    }

    @Test
    void everyOptionIsTaken() {
        assertThat(Options.of(
                        "--once", "--measure", "--native", "--seed", "5", "--month", "2026-03", "--contacts", "300000"))
                .isEqualTo(new Options(new Sample.Wish(5, YearMonth.of(2026, 3), 300_000), true, true, true));
    }

    @Test
    void anOptionThatIsNoneIsAnsweredWithThoseThatAre() {
        assertThatThrownBy(() -> Options.of("--twice"))
                .isInstanceOf(CannotGoOn.class)
                .hasMessageStartingWith("There is no option --twice.")
                .hasMessageContaining("--help");
        assertThatThrownBy(() -> Options.of("--seed")).hasMessageStartingWith("--seed needs a value.");
        assertThatThrownBy(() -> Options.of("--month", "October"))
                .hasMessageStartingWith("October is no value for --month.");
    }

    @Test
    void aPortIsChangedByItsVariable() {
        assertThat(Port.standard(Map.of("NOLLAN_KAFKA_PORT", "19094")))
                .containsEntry(Port.KAFKA, 19_094)
                .containsEntry(Port.INGEST, 8_081);
        assertThatThrownBy(() -> Port.standard(Map.of("NOLLAN_RULES_PORT", "x")))
                .isInstanceOf(CannotGoOn.class)
                .hasMessageContaining("NOLLAN_RULES_PORT is \"x\"");
    }
}
