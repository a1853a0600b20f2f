package se.nollan.ingest.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/** A provider's key, and the tokens that it signs to prove who it is (RFC 7523). */
final class SignedToken {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair keys;

    SignedToken() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
    }

    String jwks() {
        var key = (RSAPublicKey) keys.getPublic();
        var modulus = key.getModulus().toByteArray();
        return "{\"keys\": [{\"kty\": \"RSA\", \"kid\": \"one\", \"use\": \"sig\", \"alg\": \"RS256\", \"e\": \"AQAB\", \"n\": \""
                + BASE64.encodeToString(java.util.Arrays.copyOfRange(modulus, 1, modulus.length)) + "\"}]}";
    }

    String of(String client, String audience) throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        var body = part("{\"alg\":\"RS256\",\"kid\":\"one\",\"typ\":\"JWT\"}")
                + '.'
                + part("{\"iss\":\"%1$s\",\"sub\":\"%1$s\",\"aud\":\"%2$s\",\"jti\":\"%3$s\",\"iat\":%4$d,\"exp\":%5$d}"
                        .formatted(client, audience, UUID.randomUUID(), now, now + 30));
        var signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(body.getBytes(StandardCharsets.US_ASCII));
        return body + '.' + BASE64.encodeToString(signature.sign());
    }

    private static String part(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
