package se.nollan.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeycloakIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static LocalParts parts;
    private static Keycloak keycloak;

    @BeforeAll
    static void start() {
        parts = LocalParts.start(LocalParts.plan()
                .postgres("apples")
                .keycloak(Path.of("../../keycloak/nollan-realm.json"))
                .clients(Path.of("../fictional-clients.json"))
                .tell(System.out::println));
        keycloak = parts.keycloak();
    }

    @AfterAll
    static void close() {
        parts.close();
    }

    @ParameterizedTest
    @CsvSource({
        "norrvard,       provider,    '',  norrvard",
        "kusthalsan,     provider,    '',  kusthalsan",
        "region-23,      provider,    '',  ''",
        "coordinator-23, coordinator, 23,  ''",
        "auditor-23,     auditor,     23,  ''",
        "coordinator-24, coordinator, 24,  ''",
        "auditor-24,     auditor,     24,  ''",
        "operator,       operator,    '',  ''",
        "nollan-ingest,  '',          '',  ''",
        "nollan-rules,   '',          '',  ''",
        "nollan-publish, '',          '',  ''",
    })
    void aTokenSaysWhoTheCallerIs(String client, String roles, String regions, String groups) throws Exception {
        JsonNode claims = claims(keycloak.token(client));

        assertThat(claims.path("azp").asText()).isEqualTo(client);
        assertThat(claims.path("aud").asText()).isEqualTo("nollan");
        assertThat(claims.path("iss").asText()).isEqualTo(keycloak.realmUrl());
        assertThat(texts(claims.path("realm_access").path("roles"))).isEqualTo(roles);
        assertThat(texts(claims.path("regions"))).isEqualTo(regions);
        assertThat(texts(claims.path("groups"))).isEqualTo(groups);
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
    }

    @Test
    void aPersonLogsInAsHerselfAndHerNameIsInTheToken() throws Exception {
        JsonNode claims = claims(keycloak.personToken("anna.berg"));

        assertThat(claims.path("azp").asText()).isEqualTo("people");
        assertThat(claims.path("aud").asText()).isEqualTo("nollan");
        assertThat(claims.path("preferred_username").asText()).isEqualTo("anna.berg");
        assertThat(texts(claims.path("realm_access").path("roles"))).isEqualTo("coordinator");
        assertThat(texts(claims.path("regions"))).isEqualTo("23");
        assertThat(claims.has("email")).isFalse();
    }

    @Test
    void aWrongSecretGetsNoToken() {
        assertThatThrownBy(() -> keycloak.token("operator", "guess"))
                .isInstanceOf(PartFailed.class)
                .hasMessageContaining("unauthorized_client");
    }

    @Test
    void killedItKeepsItsClientsAndItsKeys() throws Exception {
        String before = keycloak.token("coordinator-23");
        keycloak.kill();
        keycloak.start();

        assertThat(isSignedByTheRealm(before)).isTrue();
        assertThat(isSignedByTheRealm(keycloak.token("coordinator-23"))).isTrue();
    }

    @Test
    void itGivesTokensAgainWhenPostgreSqlWasKilled() throws Exception {
        parts.postgres().kill();
        parts.postgres().start();

        assertThat(isSignedByTheRealm(keycloak.token("operator"))).isTrue();
    }

    @Test
    void anExpiredTokenIsGoodButForItsTime() throws Exception {
        String token = keycloak.expiredToken();

        assertThat(isSignedByTheRealm(token)).isTrue();
        assertThat(claims(token).path("aud").asText()).isEqualTo("nollan");
        assertThat(Instant.ofEpochSecond(claims(token).path("exp").asLong())).isBefore(Instant.now());
    }

    @Test
    void aForeignTokenIsFreshButOfAnotherIssuer() throws Exception {
        String token = keycloak.foreignToken();

        assertThat(isSignedByTheRealm(token)).isFalse();
        assertThat(claims(token).path("iss").asText()).endsWith("/realms/elsewhere");
        assertThat(Instant.ofEpochSecond(claims(token).path("exp").asLong())).isAfter(Instant.now());
    }

    private static boolean isSignedByTheRealm(String token) throws Exception {
        String[] pieces = token.split("\\.");
        String kid = decode(pieces[0]).path("kid").asText();
        URI certificates = URI.create(keycloak.realmUrl() + "/protocol/openid-connect/certs");
        String body = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(certificates).build(), BodyHandlers.ofString())
                .body();
        for (JsonNode key : JSON.readTree(body).path("keys")) {
            if (key.path("kid").asText().equals(kid)) {
                Signature signature = Signature.getInstance("SHA256withRSA");
                signature.initVerify(KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(number(key.path("n")), number(key.path("e")))));
                signature.update((pieces[0] + "." + pieces[1]).getBytes(StandardCharsets.US_ASCII));
                return signature.verify(Base64.getUrlDecoder().decode(pieces[2]));
            }
        }
        return false;
    }

    private static BigInteger number(JsonNode base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64.asText()));
    }

    private static JsonNode claims(String token) throws Exception {
        return decode(token.split("\\.")[1]);
    }

    private static JsonNode decode(String base64) throws Exception {
        return JSON.readTree(Base64.getUrlDecoder().decode(base64));
    }

    private static String texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(item -> texts.add(item.asText()));
        return String.join(" ", texts);
    }
}
