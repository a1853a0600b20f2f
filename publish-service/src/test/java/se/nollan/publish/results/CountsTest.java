package se.nollan.publish.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsTest {

    @Test
    @DisplayName("Invariant 1: counts that do not balance cannot exist")
    void unbalancedCountsCannotExist() {
        assertThatThrownBy(() -> counts(5, Map.of("P-C1", 2L), Map.of("P-U3", 1L), Map.of("P-X1", 1L), Map.of()))
                .isInstanceOf(Unbalanced.class)
                .hasMessageContaining("contacts in 5, accounted for 4");
    }

    @Test
    void aRuleStandsWithAtLeastOneContact() {
        assertThatThrownBy(() -> counts(0, Map.of("P-C1", -1L), Map.of("P-U3", 1L), Map.of(), Map.of()))
                .isInstanceOf(Unbalanced.class);
    }

    @Test
    @DisplayName("R-1: a sum has the contacts, hits and rules of all, and balances")
    void aSumBalances() {
        Counts sum = Counts.sum(List.of(
                counts(4, Map.of("P-C1", 2L), Map.of("P-U3", 1L), Map.of("P-X1", 1L), Map.of()),
                counts(3, Map.of("P-C1", 1L, "P-C2", 1L), Map.of(), Map.of(), Map.of("P-U1", 1L))));

        assertThat(sum.contactsIn()).isEqualTo(7);
        assertThat(sum.hit()).containsExactlyInAnyOrderEntriesOf(Map.of("P-C1", 3L, "P-C2", 1L));
        assertThat(sum.hits() + sum.misses() + sum.excludedContacts() + sum.mergedContacts())
                .isEqualTo(7);
        assertThat(sum.counted()).isEqualTo(5);
    }

    @ParameterizedTest(name = "R-3: {0} of {1} is {2}")
    @CsvSource({"1,3,0.3333", "2,3,0.6667", "1,2,0.5000", "5,5,1.0000", "0,7,0.0000", "12345,20000,0.6173"})
    void aShareIsRoundedHalfUpToFourPlaces(long hits, long counted, BigDecimal share) {
        Map<String, Long> hit = hits == 0 ? Map.of() : Map.of("P-C1", hits);
        Map<String, Long> miss = counted == hits ? Map.of() : Map.of("P-U3", counted - hits);

        assertThat(counts(counted, hit, miss, Map.of(), Map.of()).share()).isEqualTo(share);
    }

    @Test
    @DisplayName("R-1: nothing counted gives no share, not 0 %")
    void nothingCountedGivesNoShare() {
        assertThat(Counts.NONE.share()).isNull();
        assertThat(counts(1, Map.of(), Map.of(), Map.of("P-X1", 1L), Map.of()).share())
                .isNull();
    }

    private static Counts counts(
            long in,
            Map<String, Long> hit,
            Map<String, Long> miss,
            Map<String, Long> excluded,
            Map<String, Long> merged) {
        return new Counts(in, new TreeMap<>(hit), new TreeMap<>(miss), new TreeMap<>(excluded), new TreeMap<>(merged));
    }
}
