package se.nollan.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {

    @TempDir
    private Path root;

    @Test
    void aFolderIsMadeOnceHoweverManyAsk() {
        AtomicInteger made = new AtomicInteger();
        Cache.Maker maker = folder -> {
            made.incrementAndGet();
            Files.writeString(folder.resolve("file"), "text");
        };

        CompletableFuture.allOf(
                        Stream.generate(() -> CompletableFuture.runAsync(() -> new Cache(root).folder("thing", maker)))
                                .limit(8)
                                .toArray(CompletableFuture[]::new))
                .join();

        assertThat(made).hasValue(1);
        assertThat(new Cache(root).folder("thing", maker).resolve("file")).hasContent("text");
    }

    @Test
    void whatFailedHalfwayIsMadeAgainFromTheBeginning() {
        Cache cache = new Cache(root);
        assertThatThrownBy(() -> cache.folder("thing", folder -> {
                    Files.writeString(folder.resolve("half"), "text");
                    throw new IOException("the disk is full");
                }))
                .hasMessageContaining("the disk is full");
        assertThat(root.resolve("thing")).doesNotExist();

        Path folder = cache.folder("thing", made -> Files.writeString(made.resolve("whole"), "text"));

        assertThat(folder.resolve("whole")).exists();
        assertThat(folder.resolve("half")).doesNotExist();
    }

    @Test
    void onlyItsOwnerLooksInside() throws IOException {
        Path folder = new Cache(root).folder("thing", made -> {});

        assertThat(Files.getPosixFilePermissions(folder))
                .hasSize(3)
                .allMatch(permission -> permission.name().startsWith("OWNER_"));
    }
}
