package se.nollan.local.parts;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Which parts to start, and how. Get one from {@link LocalParts#plan}; what is not asked for is not started. */
public final class Plan {

    final Set<String> databases = new TreeSet<>();
    boolean kafka;

    @Nullable Path asyncApi;

    @Nullable Path realm;

    @Nullable Path clients;

    int postgresPort;
    int kafkaPort;
    int keycloakPort;

    @Nullable Path folder;

    boolean keep;
    Consumer<String> progress = line -> {};

    Plan() {}

    /** PostgreSQL with these databases (and those of earlier calls). */
    public Plan postgres(String... names) {
        databases.addAll(Set.of(names));
        return this;
    }

    /** Kafka without topics. */
    public Plan kafka() {
        kafka = true;
        return this;
    }

    /** Kafka with the topics of an AsyncAPI 3 document. */
    public Plan kafka(Path document) {
        kafka = true;
        asyncApi = document;
        return this;
    }

    /** Keycloak with this realm; it brings PostgreSQL with it and keeps its own data there, in the database {@code keycloak}. */
    public Plan keycloak(Path realmFile) {
        realm = realmFile;
        return this;
    }

    /** More clients, groups and users for the realm: a file with these three lists, in the form of a realm's. */
    public Plan clients(Path file) {
        clients = file;
        return this;
    }

    /** A fixed port for PostgreSQL; else a free one. */
    public Plan postgresPort(int port) {
        postgresPort = port;
        return this;
    }

    /** A fixed port for Kafka; else a free one. */
    public Plan kafkaPort(int port) {
        kafkaPort = port;
        return this;
    }

    /** A fixed port for Keycloak; else a free one. */
    public Plan keycloakPort(int port) {
        keycloakPort = port;
        return this;
    }

    /** Where data and logs go: an empty folder, or one that does not exist yet. Else a temporary one. */
    public Plan folder(Path path) {
        folder = path.toAbsolutePath();
        return this;
    }

    /** Leaves data and logs where they are when the parts are closed, to be looked at. */
    public Plan keep() {
        keep = true;
        return this;
    }

    /** Tells in plain words what is going on, from several threads; else nothing is said. */
    public Plan tell(Consumer<String> listener) {
        progress = listener;
        return this;
    }
}
