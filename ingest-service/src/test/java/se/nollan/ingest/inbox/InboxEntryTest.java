package se.nollan.ingest.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.nollan.ingest.inbox.InboxEntry.Folder;

/** Who may bring files, as it is said. */
class InboxEntryTest {
    private static final String ED25519 =
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIL1ecfmom0ilrBqC+7ejSpKiXQmFvLhpUmCbsUz9Z602 vendor@example";

    @Test
    @DisplayName("Keys as OpenSSH writes them, and folders with a system each, are taken")
    void taken() {
        assertThat(new InboxEntry(
                                "1",
                                0,
                                List.of(ED25519),
                                List.of(new Folder("telia", "telia-ace", "telia-ace-callback")))
                        .faults(Set.of("telia-ace-callback")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AAAA",
                "ssh-dss AAAAB3NzaC1kc3MAAACBAP",
                "ssh-ed25519 AAAA",
                "command=\"sh\" ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIL1ecfmom0ilrBqC+7ejSpKiXQmFvLhpUmCbsUz9Z602"
            })
    @DisplayName("What is no public key is told by its place")
    void noKey(String key) {
        assertThat(new InboxEntry("1", 0, List.of(ED25519, key), List.of()).faults(Set.of()))
                .singleElement()
                .asString()
                .startsWith("keys[1]: a public key is asked for");
    }

    @Test
    @DisplayName("A private key is refused, and not repeated")
    void privateKey() {
        assertThat(new InboxEntry("1", 0, List.of("-----BEGIN OPENSSH PRIVATE KEY-----\nc2VjcmV0"), List.of())
                        .faults(Set.of()))
                .singleElement()
                .asString()
                .contains("nobody but its owner")
                .doesNotContain("c2VjcmV0");
    }

    @Test
    @DisplayName("All that is wrong with folders is told at once")
    void folders() {
        var faults = new InboxEntry(
                        "1",
                        0,
                        List.of(),
                        List.of(
                                new Folder("..", "ok", null),
                                new Folder("a", "Not A System", null),
                                new Folder("a", "b", "none")))
                .faults(Set.of("canonical-csv"));

        assertThat(String.join("\n", faults))
                .contains("folders[0]: a name has")
                .contains("folders[1]: system is")
                .contains("folders[2]: another folder has the same name")
                .contains("folders[2]: there is no such profile. There are: canonical-csv.");
    }
}
