package se.nollan.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KeycloakIT {

    private static LocalParts parts;

    @BeforeAll
    static void start() {
        parts = LocalParts.start(LocalParts.plan()
                .keycloak(Path.of("../../keycloak/nollan-realm.json"))
                .tell(System.out::println));
    }

    @AfterAll
    static void close() {
        parts.close();
    }

    @Test
    void aTokenSaysWhoMayDoWhat() throws IOException {
        System.out.println(claims(parts.keycloak().token("coordinator-23")).toPrettyString());
        System.out.println(claims(parts.keycloak().token("norrvard")).toPrettyString());
        System.out.println(claims(parts.keycloak().token("nollan-rules")).toPrettyString());
        System.out.println(claims(parts.keycloak().foreignToken()).toPrettyString());
        System.out.println(claims(parts.keycloak().expiredToken()).toPrettyString());
        assertThat(claims(parts.keycloak().token("coordinator-23")).path("aud").asText())
                .isEqualTo("nollan");
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
