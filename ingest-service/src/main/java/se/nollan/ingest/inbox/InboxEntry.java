package se.nollan.ingest.inbox;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.sshd.common.config.keys.AuthorizedKeyEntry;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.jspecify.annotations.Nullable;

/**
 * Who may bring files for a provider, and where.
 *
 * @param provider its organisation number, which is the name to log in with
 * @param revision 0 before anything was said, then one more with each change
 * @param keys public keys, as OpenSSH writes them
 */
public record InboxEntry(String provider, long revision, List<String> keys, List<Folder> folders) {
    private static final int MOST = 20;
    private static final int LONGEST_KEY = 2_000;
    private static final int SHORTEST_RSA = 2_048;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");
    private static final Set<String> TYPES =
            Set.of("ssh-ed25519", "ssh-rsa", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521");

    /**
     * A folder: what lies in it is a log of one system.
     *
     * @param profile how it is read; null: as the system's logs usually are
     */
    public record Folder(
            String name, String system, @Nullable String profile) {}

    public InboxEntry {
        keys = List.copyOf(keys);
        folders = List.copyOf(folders);
    }

    /** Nobody may bring anything yet. */
    static InboxEntry none(String provider) {
        return new InboxEntry(provider, 0, List.of(), List.of());
    }

    boolean saysTheSameAs(InboxEntry other) {
        return keys.equals(other.keys) && folders.equals(other.folders);
    }

    /** The folder of this name; null: there is none. */
    @Nullable Folder folder(String name) {
        return folders.stream()
                .filter(folder -> folder.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Whether a key is one of those that were said. */
    boolean lets(PublicKey key) {
        return keys.stream()
                .map(InboxEntry::publicKey)
                .anyMatch(known -> known != null && KeyUtils.compareKeys(known, key));
    }

    /** What is wrong with it, in plain sentences; empty when nothing is. */
    List<String> faults(Set<String> profiles) {
        var faults = new ArrayList<String>();
        if (keys.size() > MOST || folders.size() > MOST) {
            faults.add("At most " + MOST + " keys and " + MOST + " folders may be.");
        }
        for (var i = 0; i < keys.size(); i++) {
            keyFault("keys[" + i + "]: ", keys.get(i), faults);
        }
        var names = new HashSet<String>();
        for (var i = 0; i < folders.size(); i++) {
            var folder = folders.get(i);
            var at = "folders[" + i + "]: ";
            if (!NAME.matcher(folder.name()).matches()) {
                faults.add(at + "a name has letters a to z, digits, '.', '_' and '-', at most 40.");
            }
            if (!names.add(folder.name())) {
                faults.add(at + "another folder has the same name.");
            }
            if (!NAME.matcher(folder.system()).matches()) {
                faults.add(at + "system is the name of a source system, as submissions have it.");
            }
            if (folder.profile() != null && !profiles.contains(folder.profile())) {
                faults.add(at + "there is no such profile. There are: " + String.join(", ", profiles) + ".");
            }
        }
        return faults;
    }

    private static void keyFault(String at, String text, List<String> faults) {
        if (text.contains("PRIVATE KEY")) {
            faults.add(at
                    + "this is a private key, which nobody but its owner may have. It was not kept. Make a new one, and"
                    + " send the file that ends in .pub.");
            return;
        }
        var key = publicKey(text);
        if (key == null) {
            faults.add(at + "a public key is asked for as OpenSSH writes it, on one line: ssh-ed25519 AAAA… name.");
        } else if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < SHORTEST_RSA) {
            faults.add(at + "the RSA key is shorter than " + SHORTEST_RSA + " bits.");
        }
    }

    /** Null: it is none. Options, which OpenSSH lets stand before a key, are none of ours. */
    private static @Nullable PublicKey publicKey(String text) {
        try {
            if (text.length() > LONGEST_KEY || !TYPES.contains(text.strip().split(" ")[0])) {
                return null;
            }
            var entry = AuthorizedKeyEntry.parseAuthorizedKeyEntry(text.strip());
            return entry.resolvePublicKey(null, PublicKeyEntryResolver.IGNORING);
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            return null;
        }
    }
}
