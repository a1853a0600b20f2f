package se.nollan.publish.results;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** A student health service's published half-year (2022): calls, reached and mean of each month, in the aggregate form. */
@EnabledIfEnvironmentVariable(named = "NOLLAN_DATA", matches = ".+", disabledReason = "NOLLAN_DATA names no data")
class PublishedHalfYearTest {

    private static final String GENERAL = "allmän och mental hälsa";
    private static final String ORAL = "oral hälsa";

    private record Month(String service, long mean, long target, Waits waits) {
        static Month of(String row) {
            String[] cells = row.split(",");
            long mean = Long.parseLong(cells[4]);
            Waits waits = Waits.published(Long.parseLong(cells[2]), Long.parseLong(cells[3]), mean);
            return new Month(cells[0], mean, Long.parseLong(cells[5]), waits);
        }
    }

    private Map<String, List<Month>> services;

    @BeforeEach
    void read() throws IOException {
        Path file = Path.of(System.getenv("NOLLAN_DATA"), "shvs-2022", "shvs_2022h2.csv");
        services = Files.readAllLines(file).stream().skip(1).map(Month::of).collect(groupingBy(Month::service));
    }

    @Test
    void eachMonthGivesItsOwnMeanBackAndIsWithinItsTarget() {
        assertThat(services.values())
                .hasSize(2)
                .allSatisfy(months -> assertThat(months).hasSize(6).allSatisfy(month -> {
                    assertThat(month.waits.meanMinutes()).isEqualByComparingTo(BigDecimal.valueOf(month.mean));
                    assertThat(month.target).isEqualTo(540);
                    assertThat(month.waits.meanMinutes()).isLessThan(BigDecimal.valueOf(month.target));
                    assertThat(month.waits.percentileMinutes(50)).isNull();
                }));
    }

    @Test
    @DisplayName(
            "The half-year: 105 135 of 106 946 reached after 148.5 minutes in the mean; the mean of the means would be 133")
    void theHalfYear() {
        Waits general = halfYear(GENERAL);
        assertThat(general.calls()).isEqualTo(106_946);
        assertThat(general.reached()).isEqualTo(105_135);
        assertThat(share(general)).isEqualByComparingTo("0.9831");
        assertThat(general.meanMinutes()).isEqualByComparingTo("148.5");

        Waits oral = halfYear(ORAL);
        assertThat(oral.calls()).isEqualTo(48_546);
        assertThat(oral.reached()).isEqualTo(47_347);
        assertThat(share(oral)).isEqualByComparingTo("0.9753");
        assertThat(oral.meanMinutes()).isEqualByComparingTo("65.3");
    }

    private Waits halfYear(String service) {
        return Waits.sum(services.get(service).stream().map(Month::waits).toList());
    }

    private static BigDecimal share(Waits waits) {
        return BigDecimal.valueOf(waits.reached()).divide(BigDecimal.valueOf(waits.calls()), 4, RoundingMode.HALF_UP);
    }
}
