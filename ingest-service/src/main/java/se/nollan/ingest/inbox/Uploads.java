package se.nollan.ingest.inbox;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The files that this replica has, until they have been read; and the disk that they may use together. */
@ApplicationScoped
class Uploads {
    private static final int MOST_OF_ONE_PROVIDER = 100;

    private final Path root;
    private final long most;
    private final long mostOfOne;
    private final Duration quiet;
    private final Clock clock;
    private final Map<Path, Upload> byFile = new LinkedHashMap<>();
    private final AtomicLong bytes = new AtomicLong();
    private final SecureRandom random = new SecureRandom();

    Uploads(
            @ConfigProperty(name = "nollan.inbox.dir") Path root,
            @ConfigProperty(name = "nollan.inbox.limit") MemorySize most,
            @ConfigProperty(name = "nollan.limits.submission") MemorySize mostOfOne,
            @ConfigProperty(name = "nollan.inbox.quiet") Duration quiet,
            Clock clock) {
        this.root = root.toAbsolutePath().normalize();
        this.most = most.asLongValue();
        this.mostOfOne = mostOfOne.asLongValue();
        this.quiet = quiet;
        this.clock = clock;
    }

    /** What a replica that is gone left behind can be read by nobody. Only folders of providers are ours to remove. */
    void begin() throws IOException {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (var homes = Files.list(root)) {
            for (var home : homes.filter(Uploads::isHome).toList()) {
                try (var left = Files.walk(home)) {
                    for (var path : left.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        }
    }

    private static boolean isHome(Path path) {
        return Inbox.isProvider(path.getFileName().toString()) && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** Where a provider's folders are. */
    Path home(String provider) {
        return root.resolve(provider);
    }

    /** Begins a file where none is. */
    synchronized Upload begin(String provider, Path file) throws IOException {
        if (byFile.containsKey(file)) {
            throw new IOException("A file of this name is being written or read. Use another name.");
        }
        if (byFile.values().stream()
                        .filter(one -> one.provider().equals(provider))
                        .count()
                >= MOST_OF_ONE_PROVIDER) {
            throw new IOException("At most " + MOST_OF_ONE_PROVIDER
                    + " files of a provider wait at a time. Wait until some were read.");
        }
        var upload = new Upload(provider, file, this::hasRoom, random, clock);
        byFile.put(file, upload);
        return upload;
    }

    private boolean hasRoom(long size, long more) {
        if (size + more > mostOfOne) {
            return false;
        }
        if (bytes.addAndGet(more) > most) {
            bytes.addAndGet(-more);
            return false;
        }
        return true;
    }

    /** The file that is written at this place; null: there is none that waits. */
    synchronized @Nullable Upload at(Path file) {
        return byFile.get(file);
    }

    synchronized void rename(Upload upload, Path to) throws IOException {
        if (byFile.containsKey(to)) {
            throw new IOException("A file of this name waits already. Use another name.");
        }
        var from = upload.file();
        upload.rename(to);
        byFile.remove(from);
        byFile.put(to, upload);
    }

    /** Removes a file, sealed as it is. */
    synchronized void forget(Upload upload) throws IOException {
        if (byFile.remove(upload.file(), upload)) {
            bytes.addAndGet(-upload.size());
            Files.deleteIfExists(upload.file());
        }
    }

    /** Files that are whole, at most one of each provider: nobody keeps others waiting with many. */
    synchronized List<Upload> whole() {
        var first = new LinkedHashMap<String, Upload>();
        for (var upload : byFile.values()) {
            if (!first.containsKey(upload.provider()) && upload.isWhole(quiet)) {
                first.put(upload.provider(), upload);
            }
        }
        return new ArrayList<>(first.values());
    }

    /** All that wait here. */
    synchronized List<UUID> waiting() {
        return byFile.values().stream().map(Upload::id).toList();
    }
}
