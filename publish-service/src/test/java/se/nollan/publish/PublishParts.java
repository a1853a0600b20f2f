package se.nollan.publish;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import se.nollan.local.parts.LocalParts;

/** Real PostgreSQL, Kafka and Keycloak for the packaged service, and its settings. One set for all suites of a run. */
public class PublishParts implements QuarkusTestResourceLifecycleManager {

    private static LocalParts parts;

    /** The parts that the service under test works with. */
    public static LocalParts parts() {
        return parts;
    }

    /** The root of the project, wherever the tests were started. */
    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Files.exists(here.resolve("deploy")) ? here : here.getParent();
    }

    /** The settings of a service that works with the parts. */
    public static Map<String, String> settings() {
        var postgres = parts.postgres();
        return new HashMap<>(Map.ofEntries(
                Map.entry("NOLLAN_DB_URL", postgres.url("publish")),
                Map.entry("NOLLAN_DB_USER", postgres.app("publish").user()),
                Map.entry("NOLLAN_DB_PASSWORD", postgres.app("publish").password()),
                Map.entry("NOLLAN_DB_OWNER", postgres.owner("publish").user()),
                Map.entry("NOLLAN_DB_OWNER_PASSWORD", postgres.owner("publish").password()),
                Map.entry("NOLLAN_DB_MIGRATE", "true"),
                Map.entry("NOLLAN_KAFKA", parts.kafka().bootstrap()),
                Map.entry("NOLLAN_OIDC_URL", parts.keycloak().realmUrl()),
                // The region's system signs, but where a test is of whose hand it must be.
                Map.entry("NOLLAN_SIGN_BY_PERSON", "false"),
                Map.entry("NOLLAN_HTTP_PORT", "0"),
                Map.entry("NOLLAN_MANAGEMENT_PORT", "0")));
    }

    @Override
    public Map<String, String> start() {
        Path deploy = root().resolve("deploy");
        parts = LocalParts.start(LocalParts.plan()
                .postgres("publish")
                .kafka(deploy.resolve("contracts/asyncapi.yaml"))
                .keycloak(deploy.resolve("keycloak/nollan-realm.json"))
                .clients(deploy.resolve("local/fictional-clients.json")));
        return settings();
    }

    @Override
    public void stop() {
        parts.close();
    }
}
