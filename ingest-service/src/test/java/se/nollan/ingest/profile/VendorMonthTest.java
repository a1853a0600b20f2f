package se.nollan.ingest.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.nollan.ingest.format.Channel;
import se.nollan.ingest.format.Contact;
import se.nollan.ingest.format.ContactCheck;
import se.nollan.ingest.format.CsvReader;
import se.nollan.ingest.format.KnownLines;
import se.nollan.ingest.format.Limits;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.format.RowReader;
import se.nollan.ingest.format.RowSink;
import se.nollan.ingest.pseudonym.ChatIndividual;
import se.nollan.ingest.pseudonym.SourceNotation;

/** A month as vendors' systems write it, read by the built-in profiles, beside the same contacts in the contact format. */
@EnabledIfEnvironmentVariable(named = "NOLLAN_VENDOR_MONTHS", matches = ".+")
class VendorMonthTest {
    private static final LocalDate FROM = LocalDate.parse("2026-09-01");
    private static final LocalDate TO = LocalDate.parse("2026-09-30");

    @TempDir
    Path spill;

    @ParameterizedTest(name = "{0}, by {1}")
    @DisplayName("A month in a vendor's format gives the very contacts that it holds, without a row in error")
    @CsvSource({
        "teleq, aurora-teleq",
        "telia-ace, telia-ace",
        "asterisk-queue-log, asterisk-queue-log",
        "puzzel-call-events, puzzel-call-events",
        "amazon-connect, amazon-connect",
        "genesys-cloud, genesys-cloud",
        "cisco-uccx, cisco-uccx",
        "xlsx-report, smavaxel-xlsx",
        "chat-platform, chat-platform"
    })
    void aVendorsMonth(String folder, String name) throws IOException {
        var month = Path.of(System.getenv("NOLLAN_VENDOR_MONTHS")).resolve(folder);
        var register =
                new ObjectMapper().readTree(month.resolve("register.json").toFile());
        var profile = builtIn(name);

        var right = new Contacts(register, SourceNotation.USUAL);
        read(new CsvReader(StandardCharsets.UTF_8, Limits.DEFAULT), List.of(month.resolve("contacts.csv")), right);
        var made = new Contacts(register, profile.notation());
        try (var files = Files.list(month.resolve("log"))) {
            read(
                    new ProfileReader(profile, TO, new SpillSpace(spill, 1L << 30)),
                    files.sorted().toList(),
                    made);
        }

        assertThat(right.errors).as("errors of the reference").isEmpty();
        assertThat(made.errors).as("errors").isEmpty();
        assertThat(beside(made, right)).as("made, and not right").isEmpty();
        assertThat(beside(right, made)).as("right, and not made").isEmpty();
    }

    /** What the one holds more often than the other. */
    private static List<String> beside(Contacts one, Contacts other) {
        return one.contacts.entrySet().stream()
                .filter(entry -> entry.getValue() > other.contacts.getOrDefault(entry.getKey(), 0))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private static void read(RowReader reader, List<Path> files, RowSink sink) throws IOException {
        try (reader) {
            for (var file : files) {
                try (InputStream body = Files.newInputStream(file)) {
                    reader.read(body, sink);
                }
            }
            reader.end(sink);
        }
    }

    private static Profile builtIn(String name) throws IOException {
        try (var yaml = Profiles.class.getResourceAsStream("/profiles/" + name + ".yaml")) {
            return ProfileFile.read(name, yaml);
        }
    }

    /** What a log holds, but for the ids: each contact as one text, and how many there are of it. */
    private static final class Contacts implements RowSink {
        private final Map<String, Integer> contacts = new HashMap<>();
        private final List<String> errors = new ArrayList<>();
        private final Map<String, String> seen = new HashMap<>();
        private final ContactCheck check;
        private final SourceNotation notation;

        Contacts(JsonNode register, SourceNotation notation) {
            this.notation = notation;
            Instant now = Instant.parse("2026-11-20T12:00:00Z");
            check = new ContactCheck(
                    new Lines(register), FROM, TO, now, finding -> errors.add(finding.toString()), warning -> {});
        }

        @Override
        public void row(long line, @Nullable String[] values) {
            var contact = check.check(line, values);
            if (contact == null) {
                return;
            }
            var text = text(contact);
            // The same row may come twice.
            var before = seen.put(contact.id(), text);
            if (before == null) {
                contacts.merge(text, 1, Integer::sum);
            } else {
                assertThat(text).isEqualTo(before);
            }
        }

        private String text(Contact contact) {
            var caller = contact.channel() == Channel.PHONE
                    ? String.valueOf(notation.caller(contact.contact()))
                    : ChatIndividual.of(contact.contact(), contact.day());
            return String.join(
                    " ",
                    contact.line().id(),
                    contact.kind(),
                    contact.origin() == null ? "patient" : contact.origin(),
                    contact.caller() == null ? "patient" : contact.caller(),
                    caller,
                    String.valueOf(contact.problem()),
                    String.valueOf(contact.createdAt()),
                    String.valueOf(contact.answeredAt()),
                    contact.attempts().toString(),
                    String.valueOf(contact.doneAt()),
                    String.valueOf(contact.offeredSameDay()),
                    String.valueOf(contact.chosenDate()),
                    String.valueOf(contact.cancelledAt()),
                    String.valueOf(contact.cancelledBy()),
                    contact.firstLine() == null ? "" : contact.firstLine().id());
        }

        @Override
        public void skipped(long line, String because) {}

        @Override
        public void broken(RowFinding finding) {
            errors.add(finding.toString());
        }
    }

    private static final class Lines implements KnownLines {
        private final Map<String, Line> lines = new HashMap<>();

        Lines(JsonNode register) {
            for (var line : register.path("lines")) {
                var channel = line.path("kind").asText().equals("chat") ? Channel.CHAT : Channel.PHONE;
                var known =
                        new Line(line.path("id").asText(), line.path("unit").asText(), "23", channel, Standing.COVERED);
                line.path("keys").forEach(key -> lines.put(key.asText(), known));
            }
        }

        @Override
        public @Nullable Line line(String key, LocalDate day) {
            return lines.get(key);
        }

        @Override
        public @Nullable Line firstLine(String key, LocalDate day) {
            return lines.get(key);
        }
    }
}
