package se.nollan.acceptance.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NeedlesTest {
    private static final String NUMBER = "+46701740605";
    private static final Needles NEEDLES = Needles.of(List.of(NUMBER, "19970226-9979", "ind-3f1a7"));

    static Stream<String> forms() throws Exception {
        byte[] sha = MessageDigest.getInstance("SHA-256").digest("0701740605".getBytes(StandardCharsets.UTF_8));
        return Stream.of(
                NUMBER,
                "46701740605",
                "0701740605",
                "070-174 06 05",
                "070_174_06_05",
                "070\u2013174\u201306\u201305",
                "070.174.06.05",
                "199702269979",
                "970226-9979",
                "ind-3f1a7",
                HexFormat.of().formatHex("0701740605".getBytes(StandardCharsets.UTF_8)),
                HexFormat.of().withUpperCase().formatHex(NUMBER.getBytes(StandardCharsets.UTF_8)),
                Base64.getEncoder().encodeToString(NUMBER.getBytes(StandardCharsets.UTF_8)),
                Base64.getEncoder().encodeToString(("a" + NUMBER + "b").getBytes(StandardCharsets.UTF_8)),
                Base64.getUrlEncoder().encodeToString(("ab" + NUMBER).getBytes(StandardCharsets.UTF_8)),
                HexFormat.of().formatHex(sha),
                Base64.getUrlEncoder().encodeToString(sha),
                new String(sha, StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aNumberIsFoundInEveryForm(String form) {
        byte[] hay = ("{\"x\":\"" + form + "\"}")
                .getBytes(form.contains("\u2013") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
        assertThat(NEEDLES.firstIn(hay)).isPresent();
    }

    @Test
    void anotherNumberIsNotFound() {
        assertThat(NEEDLES.firstIn("+46701740606 0701740604 4670174060 ".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void noiseHoldsNothing() {
        byte[] noise = new byte[1 << 20];
        new Random(1).nextBytes(noise);
        assertThat(NEEDLES.firstIn(noise)).isEmpty();
    }

    @Test
    void aNumberIsFoundInACompressedPartOfALargerWhole() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(new byte[] {1, 2, 3});
        try (GZIPOutputStream gzip = new GZIPOutputStream(whole)) {
            gzip.write(("{\"contact\":\"" + NUMBER + "\"}").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(NEEDLES.firstIn(whole.toByteArray())).isEmpty();
        assertThat(Hay.unpacked(whole.toByteArray()))
                .anyMatch(layer -> NEEDLES.firstIn(layer).isPresent());
    }

    @Test
    void aNumberIsFoundInABareDeflateStream() throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(whole, new Deflater(Deflater.BEST_SPEED, true))) {
            out.write(("{\"contact\":\"" + NUMBER + "\"}").repeat(3).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(Hay.unpacked(whole.toByteArray()))
                .anyMatch(layer -> NEEDLES.firstIn(layer).isPresent());
    }
}
