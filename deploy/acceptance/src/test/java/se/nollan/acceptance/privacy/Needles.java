package se.nollan.acceptance.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Personal values in every form in which they might have got past: as they are, as E.164, national and without the plus,
 * each of these in hex, in base64 (at any of its three alignments) and as a plain SHA-256 (bytes, hex, base64).
 */
final class Needles {

    /** No form is shorter than this; a window of it is what the search looks up. */
    private static final int WINDOW = 9;

    /** Digits of a mobile number behind the country code. */
    private static final int MOBILE = 9;

    private static final long BASE = 1_000_003L;

    private final Map<Long, List<Needle>> byStart = new HashMap<>();
    private final boolean[] starts = new boolean[1 << 22];
    private final long leading;

    /** What is looked for, and the value that it stands for. */
    private record Needle(byte[] bytes, String form) {}

    private Needles() {
        long power = 1;
        for (int i = 1; i < WINDOW; i++) {
            power *= BASE;
        }
        leading = power;
    }

    static Needles of(Collection<String> values) {
        Needles needles = new Needles();
        Set<String> spellings = new LinkedHashSet<>();
        values.forEach(value -> spellings.addAll(spellings(value)));
        spellings.forEach(needles::addForms);
        return needles;
    }

    /** How a value may be written: a telephone number in three ways, a personal identity number with and without dash. */
    static List<String> spellings(String value) {
        if (value.startsWith("+46")) {
            return telephone(value.substring(3));
        }
        return value.matches("\\d{8}-\\d{4}")
                ? List.of(
                        value,
                        value.replace("-", ""),
                        value.substring(2),
                        value.substring(2).replace("-", ""))
                : List.of(value);
    }

    /** In E.164, national and without the plus, and with whatever people put between the groups of digits. */
    private static List<String> telephone(String significant) {
        List<String> spellings = new ArrayList<>(List.of("+46" + significant, "46" + significant, "0" + significant));
        if (significant.length() == MOBILE) {
            for (String between : List.of(" ", "-", "_", ".", "/", "\u2013")) {
                spellings.add(String.join(
                        between,
                        "0" + significant.substring(0, 2),
                        significant.substring(2, 5),
                        significant.substring(5, 7),
                        significant.substring(7)));
            }
            spellings.add("0" + significant.substring(0, 2) + '-' + significant.substring(2, 5) + ' '
                    + significant.substring(5, 7) + ' ' + significant.substring(7));
        }
        return spellings;
    }

    /** The form of the first needle that is in there, without the value itself: a test's output is a log too. */
    Optional<String> firstIn(byte[] hay) {
        return firstIn(hay, hay.length);
    }

    Optional<String> firstIn(byte[] hay, int length) {
        long hash = 0;
        for (int i = 0; i < length; i++) {
            if (i >= WINDOW) {
                hash -= (hay[i - WINDOW] & 0xff) * leading;
            }
            hash = hash * BASE + (hay[i] & 0xff);
            if (i >= WINDOW - 1 && starts[slot(hash)]) {
                Optional<String> found = at(hay, length, i - WINDOW + 1, hash);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> at(byte[] hay, int length, int from, long hash) {
        for (Needle needle : byStart.getOrDefault(hash, List.of())) {
            int to = from + needle.bytes.length;
            if (to <= length && Arrays.equals(hay, from, to, needle.bytes, 0, needle.bytes.length)) {
                return Optional.of(needle.form);
            }
        }
        return Optional.empty();
    }

    private void addForms(String spelling) {
        byte[] plain = spelling.getBytes(StandardCharsets.UTF_8);
        byte[] sha = sha256(plain);
        add(plain, "as it is");
        addEncoded(plain, "");
        add(sha, "SHA-256");
        addEncoded(sha, "SHA-256 in ");
    }

    private void addEncoded(byte[] bytes, String of) {
        String hex = HexFormat.of().formatHex(bytes);
        add(ascii(hex), of + "hex");
        add(ascii(hex.toUpperCase(Locale.ROOT)), of + "hex");
        for (int shift = 0; shift < 3; shift++) {
            String base64 = base64(bytes, shift);
            add(ascii(base64), of + "base64");
            add(ascii(base64.replace('+', '-').replace('/', '_')), of + "base64");
        }
    }

    /** What of the base64 does not depend on the bytes before and after, if so many bytes stand before. */
    private static String base64(byte[] bytes, int shift) {
        byte[] shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
        int from = (shift * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        return all.substring(from, to);
    }

    private void add(byte[] bytes, String form) {
        if (bytes.length < WINDOW) {
            throw new IllegalArgumentException("too short to look for");
        }
        long hash = 0;
        for (int i = 0; i < WINDOW; i++) {
            hash = hash * BASE + (bytes[i] & 0xff);
        }
        starts[slot(hash)] = true;
        byStart.computeIfAbsent(hash, key -> new ArrayList<>()).add(new Needle(bytes, form));
    }

    private int slot(long hash) {
        return (int) ((hash * 0x9E3779B97F4A7C15L) >>> 42);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
