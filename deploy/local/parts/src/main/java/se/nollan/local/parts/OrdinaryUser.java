package se.nollan.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * PostgreSQL refuses to run as root, as whom containers and build machines often run. A user namespace shows it another
 * user id while its files stay ours.
 */
final class OrdinaryUser {

    private static final List<String> UNSHARE = List.of("unshare", "--user");

    private OrdinaryUser() {}

    /**
     * The command as it must be run so that it does not see itself as root.
     *
     * @param folder one that we made, which tells who we are
     */
    static List<String> command(Path folder, List<String> command) {
        if (!isOfRoot(folder)) {
            return command;
        }
        try {
            new Command("unshare", join(UNSHARE, List.of("true"))).run(folder.resolve("unshare.log"));
        } catch (PartFailed e) {
            throw new PartFailed(
                    "PostgreSQL does not run as root, and this machine lets no process step down to another user"
                            + " (unshare --user). Run as an ordinary user.",
                    e);
        }
        return join(UNSHARE, command);
    }

    private static boolean isOfRoot(Path folder) {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> join(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
