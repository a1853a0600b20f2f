package se.nollan.local.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What must be known of a realm file to start Keycloak with it.
 *
 * @param name the realm's name
 * @param secrets the environment that fills the placeholders of the clients' secrets
 * @param json the realm as it is imported
 */
record Realm(String name, Map<String, String> secrets, String json) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param more a file of groups, clients and users that are imported with it; null: none */
    static Realm read(Path file, @Nullable Path more) {
        ObjectNode realm = (ObjectNode) parse(file);
        if (more != null) {
            JsonNode added = parse(more);
            for (String list : List.of("groups", "clients", "users")) {
                realm.withArray(list).addAll((ArrayNode) added.withArray(list));
            }
        }
        Map<String, String> secrets = new TreeMap<>();
        for (JsonNode client : realm.path("clients")) {
            String id = client.path("clientId").asText();
            if (client.path("secret").asText().equals("${" + variable(id) + "}")) {
                secrets.put(variable(id), secret(id));
            }
        }
        return new Realm(realm.path("realm").asText(), secrets, realm.toString());
    }

    private static JsonNode parse(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
    }

    /** The secret that a client has locally, and only there. */
    static String secret(String client) {
        return client + "-secret";
    }

    private static String variable(String client) {
        return client.toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET";
    }
}
