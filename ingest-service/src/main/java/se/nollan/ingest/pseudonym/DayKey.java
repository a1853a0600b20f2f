package se.nollan.ingest.pseudonym;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one region and one Stockholm day: joins a caller's contacts of that day there, and nothing else. For one thread,
 * since it keeps one {@code Mac}.
 */
public final class DayKey {
    /** Bytes of a key. */
    public static final int BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    // 128 bits of the tag: no two callers of a day meet by chance, and a message stays small.
    private static final int KEPT_BYTES = 16;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final Mac mac;
    private final byte[] tag = new byte[BYTES];

    public DayKey(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }

    /** The pseudonym of a text: 22 characters of base64url. */
    public String pseudonym(String text) {
        try {
            mac.update(text.getBytes(StandardCharsets.UTF_8));
            mac.doFinal(tag, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC failed", e);
        }
        return TEXT.encodeToString(Arrays.copyOf(tag, KEPT_BYTES));
    }
}
