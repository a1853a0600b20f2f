package se.nollan.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.nollan.rules.measure.ContactId;

class EvidenceNamesTest {

    private static ContactId id(String system, String id) {
        return new ContactId("p", system, id);
    }

    @Test
    void contactsKeepTheirOwnIdsWhenNoTwoSourcesShareOne() {
        EvidenceNames names = new EvidenceNames(List.of(id("s", "b"), id("t", "a")));

        assertThat(names.of(id("t", "a"))).isEqualTo("a");
        assertThat(names.contacts()).containsExactly(id("t", "a"), id("s", "b"));
        assertThat(names.numbers()).isEmpty();
    }

    @Test
    void sharedIdsAreNumberedInTheOrderThatDecidesBetweenContactsOfOneMoment() {
        EvidenceNames names = new EvidenceNames(List.of(
                id("t", "a"),
                id("s", "a"),
                id("s", "ab"),
                id("s", "b"),
                id("s", "c"),
                id("s", "d"),
                id("s", "e"),
                id("s", "f"),
                id("s", "g"),
                id("s", "h")));

        assertThat(names.of(id("s", "a"))).isEqualTo("01");
        assertThat(names.of(id("t", "a"))).isEqualTo("02");
        assertThat(names.of(id("s", "ab"))).isEqualTo("03");
        assertThat(names.of(id("s", "h"))).isEqualTo("10");
        assertThat(names.numbers()).containsEntry("02", id("t", "a")).hasSize(10);
    }
}
