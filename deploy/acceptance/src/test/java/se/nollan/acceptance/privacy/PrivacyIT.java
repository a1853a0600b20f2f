package se.nollan.acceptance.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.nollan.acceptance.SharedStack;
import se.nollan.acceptance.SharedStack.SampleMonth;
import se.nollan.local.sample.Delivery;

/** After the month, what identifies a caller is nowhere; and the search would have seen it. */
@ExtendWith(SharedStack.class)
class PrivacyIT {
    private static final String PLANTED = "+46701740699";
    /** Units' own numbers, which are public and stand in a row beside the caller's; no caller has one of that range. */
    private static final String LINES = "+46980";

    private static final Pattern CSV_CONTACT =
            Pattern.compile(",(\\+46\\d{8,9}|0[1-9]\\d{8}|0046\\d{8,9}|\\d{8}-\\d{4}|ind-\\w+),");
    private static final Pattern JSON_CONTACT = Pattern.compile("\"contact\":\"([^\"]+)\"");

    @Test
    void noNumberThatWasSentInIsAnywhere(SampleMonth month) throws IOException, SQLException {
        Planting.in(month.stack());
        TreeSet<String> values = contactsOf(month);
        values.addAll(Planting.VALUES);
        Needles needles = Needles.of(values);
        assertThat(Haystack.search(month.stack(), needles)).isEmpty();
    }

    @Test
    void aNumberPlantedOnPurposeIsFoundInEachPlace(SampleMonth month) throws Exception {
        Path file = month.stack().folder().resolve("planted.gz");
        try (Connection connection = month.stack().parts().postgres().connect("rules");
                Statement sql = connection.createStatement()) {
            sql.execute("CREATE TABLE planted (plain text, packed bytea)");
            try (PreparedStatement row = connection.prepareStatement("INSERT INTO planted VALUES (?, ?)")) {
                row.setString(1, Base64.getEncoder().encodeToString(("x" + PLANTED).getBytes(StandardCharsets.UTF_8)));
                row.setBytes(2, gzip(sha256("0701740699")));
                row.execute();
            }
            Files.write(file, gzip("called by 46701740699".getBytes(StandardCharsets.UTF_8)));
            assertThat(Haystack.search(month.stack(), Needles.of(List.of(PLANTED))))
                    .contains(
                            "rules, public.planted.plain: base64",
                            "rules, public.planted.packed: SHA-256",
                            month.stack().parts().folder().relativize(file) + ": as it is");
            sql.execute("DROP TABLE planted");
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Every caller and individual of the files, telephone numbers as E.164. */
    private static TreeSet<String> contactsOf(SampleMonth month) throws IOException {
        TreeSet<String> contacts = new TreeSet<>();
        for (Delivery delivery : month.sample().deliveries()) {
            String text = new String(
                    Hay.unpacked(Files.readAllBytes(delivery.file())).get(delivery.gzip() ? 1 : 0),
                    StandardCharsets.UTF_8);
            Pattern pattern = delivery.contentType().equals("text/csv") ? CSV_CONTACT : JSON_CONTACT;
            for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
                contacts.add(matcher.group(1).replaceFirst("^(0046|0(?=[1-9]\\d{8}$))", "+46"));
            }
        }
        contacts.removeIf(number -> number.startsWith(LINES));
        assertThat(contacts).hasSizeGreaterThan(900);
        return contacts;
    }

    private static byte[] sha256(String text) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
