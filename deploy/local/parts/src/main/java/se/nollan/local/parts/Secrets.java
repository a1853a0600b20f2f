package se.nollan.local.parts;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Random passwords. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 128 random bits in hex: nothing in it needs quoting anywhere. */
    static String password() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
