package se.nollan.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak with one realm, imported at its first start. Its clients and keys lie in PostgreSQL, so they outlive
 * {@link #kill}. Placeholders {@code ${X_SECRET}} in the realm file become {@code x-secret}, the secret of client {@code x}.
 */
public final class Keycloak extends ChildPart {

    static final String DATABASE = "keycloak";

    /** A client of Keycloak's own realm that may do everything, with a random secret. */
    static final String ADMIN = "local-parts";

    private final Path distribution;
    private final Path folder;
    private final Postgres postgres;
    private final Realm realm;
    private final Login admin;
    private final TokenEndpoint tokens;
    private @Nullable TestTokens testTokens;

    Keycloak(Path distribution, Postgres postgres, Realm realm, Login admin, int port, Path folder) {
        super("Keycloak", port, folder.resolve("keycloak.log"));
        this.distribution = distribution;
        this.postgres = postgres;
        this.admin = admin;
        this.folder = folder;
        this.realm = realm;
        this.tokens = new TokenEndpoint(url());
    }

    /** {@code http://127.0.0.1:PORT}. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /** {@code http://127.0.0.1:PORT/realms/REALM}. */
    public String realmUrl() {
        return url() + "/realms/" + realm.name();
    }

    /** An access token by client credentials, for a client of the realm file. */
    public String token(String client) {
        return token(client, Realm.secret(client));
    }

    /** An access token by client credentials. */
    public String token(String client, String secret) {
        return tokens.token(realm.name(), new Login(client, secret));
    }

    /** The secret that a client of the realm file has here. */
    public String secret(String client) {
        return Realm.secret(client);
    }

    /** An access token of a person of the file of clients, who logs in with her password on Keycloak's page. */
    public String personToken(String user) {
        return new PersonLogin(realmUrl()).token(new Login(user, Realm.secret(user)));
    }

    /** A token of the realm that was good, but is no longer: a client made for this gets tokens that live a second. */
    public String expiredToken() {
        return testTokens().expired(realm.name());
    }

    /** A good token of this Keycloak, but of a realm that is none of ours: another issuer, other keys. */
    public String foreignToken() {
        return testTokens().foreign();
    }

    void startFresh() {
        try {
            Path imported = Files.createDirectories(folder.resolve("data/import"));
            Files.writeString(imported.resolve(realm.name() + "-realm.json"), realm.json());
            for (String shared : List.of("conf", "lib", "providers", "themes")) {
                Files.createSymbolicLink(folder.resolve(shared), distribution.resolve(shared));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    /** As bin/kc.sh would, but as a direct child: a signal reaches Keycloak itself, and the collector is ours to choose. */
    @Override
    Command command() {
        return new Command(
                "Keycloak",
                List.of(
                        Command.java().toString(),
                        "-Xms128m",
                        "-Xmx384m",
                        "-XX:MaxMetaspaceSize=256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-Duser.language=en",
                        "-Duser.country=US",
                        "-Dkc.home.dir=" + folder,
                        "-Djboss.server.config.dir=" + folder.resolve("conf"),
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "-Dpicocli.disable.closures=true",
                        "-Dquarkus-log-max-startup-records=10000",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-cp",
                        distribution.resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                        "start",
                        "--optimized",
                        "--cache=local",
                        "--http-enabled=true",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port(),
                        "--hostname-strict=false",
                        "--import-realm"),
                environment());
    }

    @Override
    boolean answers() {
        return Ports.answers(port()) && tokens.knows(realm.name());
    }

    @Override
    Duration patience() {
        return Duration.ofSeconds(240);
    }

    private Map<String, String> environment() {
        Login owner = postgres.owner(DATABASE);
        Map<String, String> environment = new HashMap<>(realm.secrets());
        environment.put("KC_DB_URL", postgres.jdbcUrl(DATABASE));
        environment.put("KC_DB_USERNAME", owner.user());
        environment.put("KC_DB_PASSWORD", owner.password());
        environment.put("KC_DB_POOL_MAX_SIZE", Integer.toString(TokenEndpoint.POOL));
        environment.put("KC_BOOTSTRAP_ADMIN_CLIENT_ID", admin.user());
        environment.put("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", admin.password());
        return environment;
    }

    private synchronized TestTokens testTokens() {
        if (testTokens == null) {
            testTokens = new TestTokens(url(), tokens, admin);
        }
        return testTokens;
    }
}
