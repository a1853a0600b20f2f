package se.nollan.ingest;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import se.nollan.local.parts.LocalParts;

/** Real PostgreSQL, Kafka and Keycloak for the packaged service, and its settings. One set for all suites of a run. */
public class IngestParts implements QuarkusTestResourceLifecycleManager {

    private static final int managementPort = freePort();
    private static final int inboxPort = freePort();
    private static LocalParts parts;

    /** The parts that the service under test works with. */
    public static LocalParts parts() {
        return parts;
    }

    @Override
    public Map<String, String> start() {
        Path root = Path.of("").toAbsolutePath();
        Path deploy = (Files.exists(root.resolve("deploy")) ? root : root.getParent()).resolve("deploy");
        parts = LocalParts.start(LocalParts.plan()
                .postgres("ingest")
                .kafka(deploy.resolve("contracts/asyncapi.yaml"))
                .keycloak(deploy.resolve("keycloak/nollan-realm.json"))
                .clients(deploy.resolve("local/fictional-clients.json")));
        var postgres = parts.postgres();
        return Map.ofEntries(
                Map.entry("NOLLAN_DB_URL", postgres.url("ingest")),
                Map.entry("NOLLAN_DB_USER", postgres.app("ingest").user()),
                Map.entry("NOLLAN_DB_PASSWORD", postgres.app("ingest").password()),
                Map.entry("NOLLAN_DB_OWNER", postgres.owner("ingest").user()),
                Map.entry("NOLLAN_DB_OWNER_PASSWORD", postgres.owner("ingest").password()),
                Map.entry("NOLLAN_DB_MIGRATE", "true"),
                Map.entry("NOLLAN_KAFKA", parts.kafka().bootstrap()),
                Map.entry("NOLLAN_OIDC_URL", parts.keycloak().realmUrl()),
                Map.entry("NOLLAN_KEYCLOAK_URL", parts.keycloak().url()),
                Map.entry("NOLLAN_INGEST_SECRET", parts.keycloak().secret("nollan-ingest")),
                Map.entry("nollan.access-look-every", "1s"),
                Map.entry("NOLLAN_KEYS_DIR", keys().toString()),
                Map.entry(
                        "NOLLAN_PROFILES_DIR",
                        root.resolve("src/test/resources/profiles").toString()),
                Map.entry("NOLLAN_CORRECTION_WINDOW", "P40Y"),
                Map.entry("NOLLAN_RETENTION", "P40Y"),
                Map.entry("nollan.housekeeping-every", "1s"),
                Map.entry("NOLLAN_LIVE_EVERY", "PT3S"),
                Map.entry("nollan.live.look-every", "1s"),
                Map.entry("NOLLAN_INBOX_PORT", String.valueOf(inboxPort)),
                Map.entry("NOLLAN_INBOX_DIR", inbox().toString()),
                Map.entry("nollan.inbox.beat-every", "1s"),
                Map.entry("NOLLAN_INBOX_QUIET", "PT4S"),
                Map.entry("NOLLAN_MAX_BODY", "16M"),
                Map.entry("NOLLAN_HTTP_PORT", "0"),
                Map.entry("NOLLAN_MANAGEMENT_PORT", String.valueOf(managementPort)));
    }

    /** Where health and metrics of the service under test are. */
    public static String management() {
        return "http://127.0.0.1:" + managementPort;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the service under test takes files by SFTP. */
    public static int inboxPort() {
        return inboxPort;
    }

    /** Where they wait. */
    public static Path inbox() {
        return parts.folder().resolve("inbox");
    }

    /** Where the service under test keeps its monthly keys. */
    public static Path keys() {
        return parts.folder().resolve("keys");
    }

    @Override
    public void stop() {
        parts.close();
    }
}
