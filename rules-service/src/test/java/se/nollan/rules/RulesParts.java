package se.nollan.rules;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import se.nollan.local.parts.LocalParts;

/** Real PostgreSQL, Kafka and Keycloak for the packaged service, and its settings. One set for all suites of a run. */
public class RulesParts implements QuarkusTestResourceLifecycleManager {

    private static LocalParts parts;

    /** The parts that the service under test works with. */
    public static LocalParts parts() {
        return parts;
    }

    @Override
    public Map<String, String> start() {
        parts = LocalParts.start(LocalParts.plan()
                .postgres("rules")
                .kafka(deploy().resolve("contracts/asyncapi.yaml"))
                .keycloak(deploy().resolve("keycloak/nollan-realm.json"))
                .clients(deploy().resolve("local/fictional-clients.json")));
        Map<String, String> settings = new HashMap<>(settings(parts));
        settings.put("NOLLAN_OIDC_URL", parts.keycloak().realmUrl());
        settings.put("nollan.housekeeping-every", "1s");
        return settings;
    }

    /** What a service needs to work with the parts; without an identity provider. */
    public static Map<String, String> settings(LocalParts parts) {
        var postgres = parts.postgres();
        return Map.ofEntries(
                Map.entry("NOLLAN_DB_URL", postgres.url("rules")),
                Map.entry("NOLLAN_DB_USER", postgres.app("rules").user()),
                Map.entry("NOLLAN_DB_PASSWORD", postgres.app("rules").password()),
                Map.entry("NOLLAN_DB_OWNER", postgres.owner("rules").user()),
                Map.entry("NOLLAN_DB_OWNER_PASSWORD", postgres.owner("rules").password()),
                Map.entry("NOLLAN_DB_MIGRATE", "true"),
                Map.entry("NOLLAN_KAFKA", parts.kafka().bootstrap()),
                Map.entry("NOLLAN_OIDC_URL", "http://127.0.0.1:1/realms/nollan"),
                // Tests have old days too; one month of those has an edition.
                Map.entry("NOLLAN_RETENTION", "P40Y"),
                Map.entry("NOLLAN_EDITIONS", "2008-05=2.0"),
                Map.entry("NOLLAN_HTTP_PORT", "0"),
                Map.entry("NOLLAN_MANAGEMENT_PORT", "0"));
    }

    /** The first column of the first row, as text. */
    public static String one(String sql) {
        try (var connection = parts().postgres().connect("rules");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void execute(String sql) {
        try (var connection = parts().postgres().connect("rules");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The folder of what is shared, from the module or from the top. */
    public static Path deploy() {
        Path here = Path.of("").toAbsolutePath();
        return (Files.exists(here.resolve("deploy")) ? here : here.getParent()).resolve("deploy");
    }

    @Override
    public void stop() {
        parts.close();
    }
}
