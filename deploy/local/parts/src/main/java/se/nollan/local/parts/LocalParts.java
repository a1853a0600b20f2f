package se.nollan.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a plan, running. {@link #close} ends them and deletes their data; so does the end of this JVM, and if it is
 * killed the processes end all the same.
 */
public final class LocalParts implements AutoCloseable {

    private final Path folder;
    private final boolean keep;
    private final Consumer<String> progress;
    private final Cache cache = Cache.ofUser();
    private final @Nullable Postgres postgres;
    private final @Nullable Kafka kafka;
    private volatile @Nullable Keycloak keycloak;
    private final Thread atEndOfJvm = new Thread(this::end, "end local parts");
    private boolean ended;

    private LocalParts(Plan plan) {
        folder = folder(plan.folder);
        keep = plan.keep;
        progress = plan.progress;
        Set<String> databases = new TreeSet<>(plan.databases);
        if (plan.realm != null) {
            databases.add(Keycloak.DATABASE);
        }
        postgres = databases.isEmpty()
                ? null
                : new Postgres(databases, orFree(plan.postgresPort), folder.resolve("postgres"), cache);
        kafka = plan.kafka ? new Kafka(orFree(plan.kafkaPort), folder.resolve("kafka")) : null;
    }

    /** An empty plan, to be filled. */
    public static Plan plan() {
        return new Plan();
    }

    /**
     * Starts what the plan asks for, at the same time where possible, and returns when all of it answers.
     *
     * @throws PartFailed if one of them does not; then none is left running
     */
    public static LocalParts start(Plan plan) {
        LocalParts parts = new LocalParts(plan);
        Runtime.getRuntime().addShutdownHook(parts.atEndOfJvm);
        try {
            parts.startAll(plan);
            return parts;
        } catch (CompletionException e) {
            parts.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    public Postgres postgres() {
        return planned(postgres);
    }

    public Kafka kafka() {
        return planned(kafka);
    }

    public Keycloak keycloak() {
        return planned(keycloak);
    }

    /** Where data and logs are, a folder for each part. */
    public Path folder() {
        return folder;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atEndOfJvm);
        } catch (IllegalStateException jvmIsEnding) {
            // then the hook runs anyway, or is running
        }
        end();
    }

    private void startAll(Plan plan) {
        List<CompletableFuture<?>> starts = new ArrayList<>();
        CompletableFuture<Void> database = inBackground(() -> startPostgres());
        starts.add(database);
        starts.add(inBackground(() -> startKafka(plan)));
        if (plan.realm != null) {
            starts.add(inBackground(() -> startKeycloak(plan, plan.realm, database)));
        }
        CompletableFuture.allOf(starts.toArray(CompletableFuture[]::new)).join();
    }

    private void startPostgres() {
        if (postgres != null) {
            timed("PostgreSQL", postgres, postgres::startFresh);
        }
    }

    private void startKafka(Plan plan) {
        if (kafka != null) {
            timed("Kafka", kafka, () -> kafka.startFresh(plan.asyncApi));
        }
    }

    private void startKeycloak(Plan plan, Path realm, CompletableFuture<Void> database) {
        Path distribution = KeycloakDistribution.prepare(
                cache, () -> progress.accept("Keycloak is unpacked and built, once: half a minute"));
        database.join();
        Keycloak part =
                new Keycloak(distribution, postgres(), realm, orFree(plan.keycloakPort), folder.resolve("keycloak"));
        keycloak = part;
        timed("Keycloak", part, part::startFresh);
    }

    private void timed(String name, Part part, Runnable start) {
        long begun = System.nanoTime();
        start.run();
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        progress.accept("%s answers on 127.0.0.1:%d after %d.%d s"
                .formatted(name, part.port(), taken.toSeconds(), taken.toMillisPart() / 100));
    }

    private static CompletableFuture<Void> inBackground(Runnable start) {
        return CompletableFuture.runAsync(start, task -> new Thread(task, "start of a local part").start());
    }

    private synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        // What is to be deleted need not be written down first.
        Stream.of(keycloak, kafka, postgres).filter(Objects::nonNull).forEach(part -> part.end(keep));
        if (!keep) {
            Folders.delete(folder);
        }
    }

    private static <P extends Part> P planned(@Nullable P part) {
        if (part == null) {
            throw new IllegalStateException("The plan did not ask for this part");
        }
        return part;
    }

    private static int orFree(int port) {
        return port == 0 ? Ports.free() : port;
    }

    private static Path folder(@Nullable Path wanted) {
        try {
            if (wanted == null) {
                return Files.createTempDirectory("nollan-parts-");
            }
            Files.createDirectories(wanted);
            if (!Folders.isEmpty(wanted)) {
                throw new PartFailed(wanted + " is not empty. The parts start from empty data; choose another folder"
                        + " or delete this one.");
            }
            return wanted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
