package se.nollan.ingest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Breaks what was whole, at random but the same each time: cuts, repeats, swaps and seasons. */
public final class Broken {
    private static final String[] SPICE = {
        "\"",
        "'",
        ";",
        ",",
        "|",
        "\t",
        "\n",
        "\r\n",
        "\u0000",
        "\uFEFF",
        "{",
        "}",
        "[",
        "]",
        ":",
        "#",
        "&a",
        "*a",
        "<",
        ">",
        "&",
        "]]>",
        "\\",
        "NULL",
        "1e999",
        "-1",
        "99999999999999999999",
        "24:00:00",
        "2026-02-30",
        "0000-00-00",
        "å",
        "\uD800",
        "\u202E",
        "=",
        "0",
        "null",
        "true"
    };

    private Broken() {}

    /** How many times each thing is broken: as many as fit into a build; more with {@code -Dfuzz=1000}, in proportion. */
    public static int turns(int usual) {
        return usual * Integer.getInteger("fuzz", 20) / 20;
    }

    public static byte[] of(byte[] whole, Random random) {
        List<byte[]> parts = new ArrayList<>();
        var at = 0;
        for (var cuts = 1 + random.nextInt(4); cuts > 0 && at < whole.length; cuts--) {
            var to = at + random.nextInt(whole.length - at + 1);
            parts.add(Arrays.copyOfRange(whole, at, to));
            if (random.nextBoolean()) {
                parts.add(SPICE[random.nextInt(SPICE.length)].getBytes(StandardCharsets.UTF_8));
            }
            at = random.nextInt(4) == 0 ? Math.max(0, to - random.nextInt(20)) : to + random.nextInt(3);
        }
        if (at < whole.length && random.nextBoolean()) {
            parts.add(Arrays.copyOfRange(whole, at, whole.length));
        }
        var broken = new ByteArrayOutputStream();
        parts.forEach(broken::writeBytes);
        var bytes = broken.toByteArray();
        for (var flips = random.nextInt(3); flips > 0 && bytes.length > 0; flips--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}
