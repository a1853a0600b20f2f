package se.nollan.local.parts;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Where a Keycloak gives out tokens. */
final class TokenEndpoint {

    /** How many connections to the database Keycloak keeps at most. */
    static final int POOL = 10;

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final String keycloak;

    TokenEndpoint(String keycloak) {
        this.keycloak = keycloak;
    }

    boolean knows(String realm) {
        try {
            URI uri = URI.create(keycloak + "/realms/" + realm + "/.well-known/openid-configuration");
            return send(HttpRequest.newBuilder(uri)).statusCode() == 200;
        } catch (IOException stillStarting) {
            return false;
        }
    }

    /** A token by client credentials. */
    String token(String realm, Login client) {
        String pair = client.user() + ":" + client.password();
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(keycloak + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Authorization", "Basic " + basic)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials"));
        try {
            HttpResponse<String> answer = send(request);
            // After PostgreSQL was away, each broken connection of Keycloak's pool costs it one failed request.
            for (int again = 0; again < POOL && answer.statusCode() >= 500; again++) {
                answer = send(request);
            }
            if (answer.statusCode() != 200) {
                throw new PartFailed("Keycloak gave " + client.user() + " no token: " + answer.body());
            }
            return new ObjectMapper()
                    .readTree(answer.body())
                    .required("access_token")
                    .asText();
        } catch (IOException e) {
            throw new PartFailed("Keycloak gave " + client.user() + " no token: " + e, e);
        }
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(LIMIT).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("Interrupted while Keycloak was asked", e);
        }
    }
}
