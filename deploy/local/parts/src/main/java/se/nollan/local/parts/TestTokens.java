package se.nollan.local.parts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;

/**
 * Tokens that must be refused. What gives them out is made in the running Keycloak when a test first asks, so the realm
 * file knows nothing of it.
 */
final class TestTokens {

    private static final String FOREIGN_REALM = "elsewhere";

    private final String keycloak;
    private final TokenEndpoint tokens;
    private final Login admin;
    private final Login shortLived = new Login("short-lived", Secrets.password());
    private final Login stranger = new Login("coordinator-23", Secrets.password());
    private boolean madeShortLived;
    private boolean madeForeign;

    TestTokens(String keycloak, TokenEndpoint tokens, Login admin) {
        this.keycloak = keycloak;
        this.tokens = tokens;
        this.admin = admin;
    }

    synchronized String expired(String realm) {
        if (!madeShortLived) {
            post("/admin/realms/" + realm + "/clients", client(shortLived, Map.of("access.token.lifespan", "1")));
            madeShortLived = true;
        }
        String token = tokens.token(realm, shortLived);
        try {
            Thread.sleep(2_500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("Interrupted while a token aged", e);
        }
        return token;
    }

    synchronized String foreign() {
        if (!madeForeign) {
            post(
                    "/admin/realms",
                    Map.of("realm", FOREIGN_REALM, "enabled", true, "clients", List.of(client(stranger, Map.of()))));
            madeForeign = true;
        }
        return tokens.token(FOREIGN_REALM, stranger);
    }

    /** A client that would be let in if nobody looked at the issuer or the time: it has the audience. */
    private static Map<String, Object> client(Login login, Map<String, String> attributes) {
        Map<String, Object> audience = Map.of(
                "name",
                "audience",
                "protocol",
                "openid-connect",
                "protocolMapper",
                "oidc-audience-mapper",
                "config",
                Map.of("included.custom.audience", "nollan", "access.token.claim", "true"));
        return Map.of(
                "clientId",
                login.user(),
                "secret",
                login.password(),
                "serviceAccountsEnabled",
                true,
                "standardFlowEnabled",
                false,
                "attributes",
                attributes,
                "protocolMappers",
                List.of(audience));
    }

    private void post(String path, Map<String, Object> body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(keycloak + path))
                    .header("Authorization", "Bearer " + tokens.token("master", admin))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json(body)));
            var answer = tokens.send(request);
            if (answer.statusCode() != 201) {
                throw new PartFailed("Keycloak refused " + path + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new PartFailed("Keycloak refused " + path + ": " + e, e);
        }
    }

    private static String json(Map<String, Object> body) throws JsonProcessingException {
        return new ObjectMapper().writeValueAsString(body);
    }
}
