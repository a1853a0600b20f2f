package se.nollan.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a plan, running. {@link #close} ends them and deletes their data; so does the end of this JVM, and if it is
 * killed the processes end all the same.
 */
public final class LocalParts implements AutoCloseable {

    private static final Duration TO_GIVE_UP = Duration.ofSeconds(20);

    private final Path folder;
    private final boolean keep;
    private final Consumer<String> progress;
    private final Cache cache = Cache.ofUser();
    private final ExecutorService starters = Executors.newCachedThreadPool();
    private final Thread atEndOfJvm = new Thread(this::end, "end local parts");
    private volatile @Nullable Postgres postgres;
    private volatile @Nullable Kafka kafka;
    private volatile @Nullable Keycloak keycloak;
    private boolean ended;

    private LocalParts(Plan plan) {
        folder = folder(plan.folder);
        keep = plan.keep;
        progress = plan.progress;
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
        requireFree(plan.postgresPort, "PostgreSQL");
        requireFree(plan.kafkaPort, "Kafka");
        requireFree(plan.keycloakPort, "Keycloak");
        List<Runnable> starts = new ArrayList<>();
        if (plan.realm != null) {
            Realm realm = Realm.read(plan.realm, plan.clients);
            starts.add(() -> startPostgresAndKeycloak(plan, realm));
        } else if (!plan.databases.isEmpty()) {
            starts.add(() -> startPostgres(plan));
        }
        if (plan.kafka) {
            starts.add(() -> startKafka(plan));
        }
        CompletionService<@Nullable Void> running = new ExecutorCompletionService<>(starters);
        starts.forEach(start -> running.submit(start, null));
        try {
            for (int i = 0; i < starts.size(); i++) {
                running.take().get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("Interrupted while the parts started", e);
        } finally {
            starters.shutdown();
        }
    }

    private void startPostgres(Plan plan) {
        Postgres part = newPostgres(plan, plan.databases, Map.of());
        postgres = part;
        timed("PostgreSQL", part, part::startFresh);
    }

    private void startPostgresAndKeycloak(Plan plan, Realm realm) {
        Path distribution = KeycloakDistribution.prepare(
                cache, () -> progress.accept("Keycloak is unpacked and built: once, half a minute"));
        Template template = Template.prepare(
                cache,
                distribution,
                realm,
                () -> progress.accept("Keycloak makes its tables and imports the realm: once, half a minute"));
        Set<String> databases = new TreeSet<>(plan.databases);
        databases.add(Keycloak.DATABASE);
        Postgres database = newPostgres(plan, databases, template.passwords());
        postgres = database;
        timed("PostgreSQL", database, () -> database.startFresh(template));
        Login admin = new Login(Keycloak.ADMIN, template.passwords().get(Keycloak.ADMIN));
        Keycloak part = new Keycloak(
                distribution, database, realm, admin, orFree(plan.keycloakPort), folder.resolve("keycloak"));
        keycloak = part;
        timed("Keycloak", part, part::startFresh);
    }

    private void startKafka(Plan plan) {
        Kafka part = new Kafka(orFree(plan.kafkaPort), folder.resolve("kafka"));
        kafka = part;
        timed("Kafka", part, () -> part.startFresh(plan.asyncApi));
    }

    private Postgres newPostgres(Plan plan, Set<String> databases, Map<String, String> passwords) {
        return new Postgres(databases, passwords, orFree(plan.postgresPort), folder.resolve("postgres"), cache);
    }

    private void timed(String name, Part part, Runnable start) {
        long begun = System.nanoTime();
        start.run();
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        progress.accept("%s answers on 127.0.0.1:%d after %d.%d s"
                .formatted(name, part.port(), taken.toSeconds(), taken.toMillisPart() / 100));
    }

    private synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        starters.shutdownNow();
        try {
            starters.awaitTermination(TO_GIVE_UP.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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

    /** Asked of fixed ports before anything else is done. */
    private static void requireFree(int port, String part) {
        if (port != 0) {
            Ports.requireFree(port, part);
        }
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
