package se.nollan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.nollan.ingest.format.CsvReader;
import se.nollan.ingest.format.KnownLines;
import se.nollan.ingest.format.Limits;
import se.nollan.ingest.format.RowReader;
import se.nollan.ingest.profile.Profile;
import se.nollan.ingest.profile.ProfileReader;
import se.nollan.ingest.profile.Profiles;
import se.nollan.ingest.profile.SpillSpace;
import se.nollan.ingest.pseudonym.DayKey;
import se.nollan.ingest.pseudonym.SourceNotation;
import se.nollan.rules.json.Fields;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Edition;
import se.nollan.rules.measure.Measure;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.measure.Register;
import se.nollan.rules.measure.RuleSet;
import se.nollan.rules.measure.Tally;
import se.nollan.rules.register.RegisterJson;

/** From a vendor's month to its figures, by the built-in profile of the system: unit by unit and day by day. */
@EnabledIfEnvironmentVariable(named = "NOLLAN_VENDOR_MONTHS", matches = ".+")
class VendorMonthTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-09-01");
    private static final LocalDate LAST = LocalDate.parse("2026-09-30");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "amazon-connect",
                "asterisk-queue-log",
                "chat-platform",
                "cisco-uccx",
                "genesys-cloud",
                "puzzel-call-events",
                "teleq",
                "telia-ace",
                "xlsx-report"
            })
    @DisplayName("A vendor's month gives the contacts that it holds, and the figures that are right for it")
    void aVendorsMonth(String folder, @TempDir Path spill) throws IOException {
        Path month = Path.of(System.getenv("NOLLAN_VENDOR_MONTHS")).resolve(folder);
        ObjectMapper json = new ObjectMapper();
        JsonNode register = json.readTree(month.resolve("register.json").toFile());
        JsonNode expected = json.readTree(month.resolve("expected.json").toFile());
        Profiles profiles = new Profiles(Optional.empty());
        Profile profile =
                profiles.named(profiles.defaultFor(expected.path("system").asText()));
        List<Path> files;
        try (Stream<Path> log = Files.list(month.resolve("log"))) {
            files = log.sorted().toList();
        }

        Lines lines = new Lines(register);
        List<Contact> made = contacts(
                new ProfileReader(profile, LAST, new SpillSpace(spill, 1L << 30)), files, lines, profile.notation());
        List<Contact> right = contacts(
                new CsvReader(StandardCharsets.UTF_8, Limits.DEFAULT),
                List.of(month.resolve("contacts.csv")),
                lines,
                SourceNotation.USUAL);

        assertThat(made).hasSize(expected.path("contacts").asInt());
        assertThat(texts(made)).isEqualTo(texts(right));
        assertThat(tallies(made, register)).isEqualTo(right(expected));
    }

    private static List<Contact> contacts(RowReader reader, List<Path> files, Lines lines, SourceNotation notation)
            throws IOException {
        return Slices.readVendors(
                        reader, files, lines, (code, day) -> new DayKey(new byte[DayKey.BYTES]), FIRST, LAST, notation)
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** All that contacts say, but for their ids. */
    private static List<String> texts(List<Contact> contacts) {
        return contacts.stream()
                .map(contact -> Stream.of(
                                contact.line(),
                                contact.channel(),
                                contact.kind(),
                                contact.origin(),
                                contact.caller(),
                                contact.contact(),
                                contact.problem(),
                                contact.createdAt(),
                                contact.answeredAt(),
                                Arrays.toString(contact.attempts()),
                                contact.doneAt(),
                                contact.offeredSameDay(),
                                contact.chosenDate(),
                                contact.cancelledAt(),
                                contact.cancelledBy(),
                                contact.firstLine())
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .sorted()
                .toList();
    }

    private static Map<String, String> tallies(List<Contact> contacts, JsonNode json) {
        Fields fields = new Fields(json, "", fault -> {});
        Register register = new Register(RegisterJson.units(fields), RegisterJson.lines(fields));
        // A chat may have been handed over from one unit to another: all units together.
        Map<String, String> tallies = new TreeMap<>();
        for (Tally tally : new Measure(register, PublicHolidays.sweden(), RuleSet.of(Edition.V2_0))
                .evaluate(contacts)
                .tallies()) {
            if (tally.counted() > 0) {
                tallies.put(
                        tally.unit() + " " + tally.date() + " "
                                + tally.channel().word(),
                        tally.hits() + " of " + tally.counted());
            }
        }
        return tallies;
    }

    private static Map<String, String> right(JsonNode expected) {
        Map<String, String> tallies = new TreeMap<>();
        for (JsonNode tally : expected.path("tallies")) {
            tallies.put(
                    tally.path("unit").asText() + " " + tally.path("date").asText() + " "
                            + tally.path("channel").asText(),
                    tally.path("hits").asInt() + " of " + tally.path("counted").asInt());
        }
        return tallies;
    }

    /** The register's lines by what the system calls them. */
    private static final class Lines implements KnownLines {
        private final Map<String, Line> lines = new HashMap<>();

        Lines(JsonNode register) {
            for (JsonNode line : register.path("lines")) {
                boolean chat = line.path("kind").asText().equals("chat");
                Line known = new Line(
                        line.path("id").asText(),
                        line.path("unit").asText(),
                        Region.CODE,
                        chat ? se.nollan.ingest.format.Channel.CHAT : se.nollan.ingest.format.Channel.PHONE,
                        Standing.COVERED);
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
