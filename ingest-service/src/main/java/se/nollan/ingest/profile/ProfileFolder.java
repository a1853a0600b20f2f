package se.nollan.ingest.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where profiles come from: those built in, and an installation's own in a folder, which go before built-in ones of the same name or system. */
final class ProfileFolder {
    private static final List<String> BUILT_IN = List.of(
            "amazon-connect",
            "asterisk-cdr",
            "asterisk-queue-log",
            "aurora-teleq",
            "chat-platform",
            "cisco-uccx",
            "dstny-call-history",
            "freeswitch-cdr",
            "genesys-cloud",
            "puzzel-call-events",
            "smavaxel-xlsx",
            "teams-call-queues",
            "telia-ace",
            "threecx-cdr");

    private ProfileFolder() {}

    /** The profiles that are part of the service, by name. */
    static Map<String, Profile> builtIn() {
        var profiles = new TreeMap<String, Profile>();
        for (var name : BUILT_IN) {
            try (InputStream yaml = ProfileFolder.class.getResourceAsStream("/profiles/" + name + ".yaml")) {
                if (yaml == null) {
                    throw new IllegalStateException("The profile " + name + " is not built in");
                }
                profiles.put(name, ProfileFile.read(name + ".yaml", yaml));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return profiles;
    }

    /** @throws InvalidProfile when one of the folder's files cannot be used */
    static Map<String, Profile> own(Path folder) {
        var profiles = new TreeMap<String, Profile>();
        for (var file : files(folder)) {
            try (var yaml = Files.newInputStream(file)) {
                var profile = ProfileFile.read(file.getFileName().toString(), yaml);
                for (var other : profiles.values()) {
                    if (other.systems().stream().anyMatch(profile.systems()::contains)) {
                        throw new InvalidProfile(
                                file.getFileName().toString(),
                                List.of("the profile " + other.name() + " is the default of the same system"));
                    }
                }
                if (profiles.put(profile.name(), profile) != null) {
                    throw new InvalidProfile(
                            file.getFileName().toString(), List.of("another file has a profile of the same name"));
                }
            } catch (IOException e) {
                throw unreadable(folder, e);
            }
        }
        return profiles;
    }

    /** What tells whether anything in the folder has changed: the files, and when and how large they were written. */
    static String state(Path folder) {
        var state = new StringBuilder();
        for (var file : files(folder)) {
            try {
                state.append(file.getFileName())
                        .append(' ')
                        .append(Files.getLastModifiedTime(file))
                        .append(' ')
                        .append(Files.size(file))
                        .append('\n');
            } catch (IOException e) {
                throw unreadable(folder, e);
            }
        }
        return state.toString();
    }

    private static List<Path> files(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    private static UncheckedIOException unreadable(Path folder, IOException e) {
        return new UncheckedIOException("The folder of profiles, " + folder + ", cannot be read", e);
    }
}
