package se.nollan.ingest.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccessEntryTest {

    @Test
    void anEntrySaysTheSameWhateverTheOrder() {
        AccessEntry entry = new AccessEntry("556677-8899", 3, List.of("b", "a", "a"), List.of("/g"));
        assertThat(entry.clients()).containsExactly("a", "b");
        assertThat(entry.saysTheSameAs(new AccessEntry("556677-8899", 0, List.of("a", "b"), List.of("/g"))))
                .isTrue();
        assertThat(entry.changed(List.of("a"), List.of()).revision()).isEqualTo(4);
    }

    @Test
    void namesThatCannotBeAreTold() {
        assertThat(new AccessEntry("1", 0, List.of("a "), List.of("")).faults()).hasSize(2);
        assertThat(new AccessEntry("1", 0, List.of("a"), List.of("/g")).faults())
                .isEmpty();
    }
}
