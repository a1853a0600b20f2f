package se.nollan.local.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What must be known of a realm file to start Keycloak with it.
 *
 * @param name the realm's name
 * @param secrets the environment that fills the placeholders of the clients' secrets
 */
record Realm(String name, Map<String, String> secrets) {

    static Realm read(Path file) {
        JsonNode realm;
        try {
            realm = new ObjectMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + file, e);
        }
        Map<String, String> secrets = new TreeMap<>();
        for (JsonNode client : realm.path("clients")) {
            String id = client.path("clientId").asText();
            if (client.path("secret").asText().equals("${" + variable(id) + "}")) {
                secrets.put(variable(id), secret(id));
            }
        }
        return new Realm(realm.path("realm").asText(), secrets);
    }

    /** The secret that a client has locally, and only there. */
    static String secret(String client) {
        return client + "-secret";
    }

    private static String variable(String client) {
        return client.toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET";
    }
}
