package se.nollan.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a stack is started with.
 *
 * @param repository the root of this project, where the build has left the services
 * @param ports what listens where
 * @param folder for data, logs and files: empty, or not there yet; null for a temporary one
 * @param binaries whether the services run as native binaries, not on the JVM
 * @param environment given to every service beside what it needs, and over it
 */
public record Settings(
        Path repository,
        Map<Port, Integer> ports,
        @Nullable Path folder,
        boolean binaries,
        Map<String, String> environment) {

    /**
     * The sample is sent in whatever the day is, so nothing of it may be too old to be corrected or kept. A local stack is for
     * trying things, so its window is wide, and so is its retention.
     */
    private static final Map<String, String> FOR_TRYING =
            Map.of("NOLLAN_CORRECTION_WINDOW", "P40Y", "NOLLAN_RETENTION", "P40Y", "NOLLAN_SIGN_BY_PERSON", "false");

    public Settings {
        Map<String, String> all = new TreeMap<>(FOR_TRYING);
        all.putAll(environment);
        environment = Map.copyOf(all);
        ports = Map.copyOf(ports);
    }

    /** Free ports and a temporary folder: what a test needs. */
    public static Settings forTests() {
        return new Settings(findRepository(), Port.free(), null, false, Map.of());
    }

    public Settings withEnvironment(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(environment);
        all.putAll(more);
        return new Settings(repository, ports, folder, binaries, all);
    }

    int port(Port port) {
        return ports.getOrDefault(port, port.standard);
    }

    /** The folder at or above the current one that holds the contracts. */
    public static Path findRepository() {
        Path start = Path.of("").toAbsolutePath();
        for (@Nullable Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("deploy/contracts/asyncapi.yaml"))) {
                return folder;
            }
        }
        throw new CannotGoOn("Neither " + start + " nor a folder above it is Nollan's. Run this from the project.");
    }
}
