package se.nollan.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL server with the databases of the plan. Each database NAME has two roles: {@code NAME_owner} owns it and its
 * schema {@code public}; {@code NAME_app} may connect and use the schema, and gets what else it needs from migrations.
 * Everybody else may nothing.
 */
public final class Postgres extends ChildPart {

    private static final String SUPERUSER = "postgres";

    private final Path binaries;
    private final Path folder;
    private final Path data;
    private final Login superuser;
    private final Map<String, Login> owners = new TreeMap<>();
    private final Map<String, Login> apps = new TreeMap<>();

    /**
     * @param passwords those that are given, by role; the others become random
     */
    Postgres(Collection<String> databases, Map<String, String> passwords, int port, Path folder, Cache cache) {
        super("PostgreSQL", port, folder.resolve("postgres.log"));
        this.folder = folder;
        this.data = folder.resolve("data");
        this.superuser = login(SUPERUSER, passwords);
        for (String database : databases) {
            if (!database.matches("[a-z][a-z0-9_]*")) {
                throw new IllegalArgumentException("Not a plain name for a database: " + database);
            }
            owners.put(database, login(database + "_owner", passwords));
            apps.put(database, login(database + "_app", passwords));
        }
        binaries = cache.folder(
                "postgresql-" + Artifacts.version("postgresql"),
                made -> Archive.unpackTxzInJar(Artifacts.archive("postgresql"), made));
    }

    /** {@code postgresql://127.0.0.1:PORT/DATABASE}. */
    public String url(String database) {
        login(owners, database);
        return "postgresql://127.0.0.1:" + port() + "/" + database;
    }

    /** {@code jdbc:postgresql://127.0.0.1:PORT/DATABASE}. */
    public String jdbcUrl(String database) {
        return "jdbc:" + url(database);
    }

    /** The role that owns the database: for migrations. */
    public Login owner(String database) {
        return login(owners, database);
    }

    /** The role that may connect and use the schema: for the service. */
    public Login app(String database) {
        return login(apps, database);
    }

    /** A connection as the superuser, who sees everything: for tests that look behind a service's back. */
    public Connection connect(String database) throws SQLException {
        return connect(database, superuser);
    }

    /** A connection as the given role. */
    public Connection connect(String database, Login login) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port()});
        source.setDatabaseName(database);
        source.setConnectTimeout(5);
        return source.getConnection(login.user(), login.password());
    }

    /** Makes the data directory, starts the server, and makes roles and databases. */
    void startFresh() {
        initialise();
        start();
        owners.keySet().forEach(database -> Databases.create(this, database));
    }

    /** The same, but from a copy of what a template holds already. */
    void startFresh(Template template) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new Command("cp", List.of("cp", "-Rp", template.data().toString(), data.toString())).run(log());
        start();
        owners.forEach((database, owner) -> {
            if (!template.passwords().containsKey(owner.user())) {
                Databases.create(this, database);
            }
        });
    }

    Path data() {
        return data;
    }

    List<Login> logins() {
        return Stream.of(List.of(superuser), owners.values(), apps.values())
                .flatMap(Collection::stream)
                .toList();
    }

    @Override
    Command command() {
        return new Command(
                "PostgreSQL",
                OrdinaryUser.command(
                        folder,
                        List.of(
                                binaries.resolve("bin/postgres").toString(),
                                "-D",
                                data.toString(),
                                "--port=" + port(),
                                "--listen_addresses=127.0.0.1",
                                "--unix_socket_directories=",
                                // What is committed must survive, and measurements must mean something.
                                "--fsync=on",
                                "--synchronous_commit=on",
                                "--full_page_writes=on",
                                "--max_connections=200",
                                "--timezone=UTC",
                                "--log_timezone=UTC",
                                "--log_line_prefix=%m [%p] %d ")));
    }

    @Override
    boolean answers() {
        if (!Ports.answers(port())) {
            return false;
        }
        try (Connection connection = connect("postgres")) {
            return connection.isValid(5);
        } catch (SQLException stillStarting) {
            return false;
        }
    }

    @Override
    Duration patience() {
        return Duration.ofSeconds(60);
    }

    /** INT is PostgreSQL's "fast" shutdown: it waits for no client, but writes everything down. */
    @Override
    String stopSignal() {
        return "INT";
    }

    private void initialise() {
        Path passwordFile = folder.resolve("superuser");
        try {
            Files.createDirectories(folder);
            Files.writeString(passwordFile, superuser.password());
            new Command(
                            "PostgreSQL's initdb",
                            OrdinaryUser.command(
                                    folder,
                                    List.of(
                                            binaries.resolve("bin/initdb").toString(),
                                            "--pgdata=" + data,
                                            "--username=" + SUPERUSER,
                                            "--pwfile=" + passwordFile,
                                            "--auth=scram-sha-256",
                                            "--encoding=UTF8",
                                            // The same order of text on every machine: by code point.
                                            "--locale-provider=builtin",
                                            "--locale=C.UTF-8",
                                            // Of these files only; the server itself syncs all it writes.
                                            "--no-sync",
                                            "--no-instructions")))
                    .run(log());
            Files.delete(passwordFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Login login(String user, Map<String, String> passwords) {
        String given = passwords.get(user);
        return new Login(user, given == null ? Secrets.password() : given);
    }

    private static Login login(Map<String, Login> logins, String database) {
        Login login = logins.get(database);
        if (login == null) {
            throw new IllegalArgumentException("The plan has no database " + database);
        }
        return login;
    }
}
