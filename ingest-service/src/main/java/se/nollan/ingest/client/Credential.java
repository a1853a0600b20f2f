package se.nollan.ingest.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Problems;
import se.nollan.ingest.client.ProviderClient.Authentication;

/** How a client is to prove who it is, as it was asked for. */
sealed interface Credential {
    int MOST_KEYS = 4;
    int LONGEST = 8192;

    /** What a key has that only its owner may (RFC 7518, 6). */
    List<String> PRIVATE = List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

    /** Keycloak makes a secret, which is shown once. */
    record Secret() implements Credential {}

    /** Public keys that were handed in (RFC 7517), as JSON. */
    record Keys(String jwks) implements Credential {}

    /** Where the owner shows its public keys, and changes them itself. */
    record KeyAddress(String url) implements Credential {}

    default Authentication authentication() {
        return this instanceof Secret ? Authentication.CLIENT_SECRET : Authentication.PRIVATE_KEY_JWT;
    }

    /** Of the fields of a request, of which exactly one says it; else the problem that answers. */
    static Credential of(@Nullable Boolean secret, @Nullable JsonNode jwks, @Nullable String jwksUrl) {
        boolean bySecret = Boolean.TRUE.equals(secret);
        if ((bySecret ? 1 : 0) + (jwks == null ? 0 : 1) + (jwksUrl == null ? 0 : 1) != 1) {
            throw wrong(
                    "Say one of these: jwks, the client's public keys; jwksUrl, where it shows them; or secret: true.");
        }
        if (bySecret) {
            return new Secret();
        }
        return jwks == null ? address(jwksUrl) : keys(jwks);
    }

    private static Credential address(String jwksUrl) {
        try {
            var url = new URI(jwksUrl);
            if ("https".equals(url.getScheme())
                    && url.getHost() != null
                    && url.getUserInfo() == null
                    && url.getFragment() == null
                    && jwksUrl.length() <= 500) {
                return new KeyAddress(jwksUrl);
            }
        } catch (URISyntaxException e) {
            // answered below
        }
        throw wrong("jwksUrl: an address that begins with https:// is asked for, of at most 500 characters.");
    }

    private static Credential keys(JsonNode jwks) {
        var keys = jwks.path("keys");
        if (!keys.isArray()
                || keys.isEmpty()
                || keys.size() > MOST_KEYS
                || jwks.toString().length() > LONGEST) {
            throw wrong("jwks: a set of one to " + MOST_KEYS + " keys is asked for, {\"keys\": [{...}]} (RFC 7517).");
        }
        for (var key : keys) {
            if (PRIVATE.stream().anyMatch(key::has)) {
                throw wrong("jwks: a key holds its private part, which nobody but its owner may have. It was not kept."
                        + " Make a new key, and send its public part.");
            }
            if (!"RSA".equals(key.path("kty").asText())
                    && !"EC".equals(key.path("kty").asText())) {
                throw wrong("jwks: a key is neither of kty RSA nor EC.");
            }
            if (key.path("kid").asText().isBlank()) {
                throw wrong("jwks: a key has no kid, by which its owner's tokens name it.");
            }
            if (key.has("n") && key.path("n").asText().length() < 342) {
                throw wrong("jwks: an RSA key is shorter than 2048 bits.");
            }
        }
        return new Keys(jwks.toString());
    }

    private static RuntimeException wrong(String detail) {
        return Problems.badRequest("wrong-credential", detail + " Nothing was changed.");
    }
}
