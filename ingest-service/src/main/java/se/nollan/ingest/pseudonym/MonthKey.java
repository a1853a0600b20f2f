package se.nollan.ingest.pseudonym;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The key of a month, which wraps the keys of its days (AES-256-GCM). Never leaves memory and its own file. */
final class MonthKey {
    static final int BYTES = 32;

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;

    MonthKey(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("a month's key has " + BYTES + " bytes, not " + key.length);
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    /** The day's key as it may lie in the database: bound to its region and day, so that rows cannot be swapped. */
    byte[] wrap(byte[] dayKey, String region, LocalDate day, SecureRandom random) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, nonce, region, day, dayKey);
        var wrapped = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, wrapped, NONCE_BYTES, sealed.length);
        return wrapped;
    }

    /** @throws IllegalStateException when it was not wrapped by this key for this region and day */
    byte[] unwrap(byte[] wrapped, String region, LocalDate day) {
        var nonce = Arrays.copyOf(wrapped, NONCE_BYTES);
        return run(Cipher.DECRYPT_MODE, nonce, region, day, Arrays.copyOfRange(wrapped, NONCE_BYTES, wrapped.length));
    }

    private byte[] run(int mode, byte[] nonce, String region, LocalDate day, byte[] input) {
        try {
            var cipher = Cipher.getInstance(CIPHER);
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((region + "/" + day).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "The key of region " + region + " and " + day + " cannot be unwrapped by its month's key");
        }
    }
}
