package se.nollan.ingest.slice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceMessagesTest {
    private static final LocalDate DAY = LocalDate.parse("2026-10-05");
    private static final SliceMessages MESSAGE =
            new SliceMessages(new UUID(1, 2), new UUID(3, 4), "SE2321000214-E000000000003", DAY, 7);

    @Test
    void aMessageOfFewContactsIsOnePart() throws Exception {
        var body = parse(MESSAGE.bodies(List.of(slice("A", 2), slice("B", 0))).get(0));

        assertThat(body.path("parts").asInt()).isEqualTo(1);
        assertThat(body.path("registerVersion").asLong()).isEqualTo(7);
        assertThat(body.path("slices")).hasSize(2);
        assertThat(body.at("/slices/0/contacts/1/id").asText()).isEqualTo("A1");
        assertThat(body.at("/slices/1/contacts")).isEmpty();
        assertThat(body.at("/slices/1/count").asInt()).isZero();
    }

    @Test
    void manyContactsAreSharedOutOverPartsAndNoneIsLost() throws Exception {
        var bodies = MESSAGE.bodies(List.of(slice("A", 3), slice("B", 8), slice("C", 1)), 4);

        assertThat(bodies).hasSize(3);
        var ids = new java.util.ArrayList<String>();
        for (var number = 1; number <= 3; number++) {
            var body = parse(bodies.get(number - 1));
            assertThat(body.path("part").asInt()).isEqualTo(number);
            assertThat(body.path("parts").asInt()).isEqualTo(3);
            var contacts = 0;
            for (var slice : body.path("slices")) {
                contacts += slice.path("contacts").size();
                slice.path("contacts")
                        .forEach(contact -> ids.add(contact.path("id").asText()));
            }
            assertThat(contacts).isEqualTo(4);
        }
        assertThat(ids).containsExactly("A0", "A1", "A2", "B0", "B1", "B2", "B3", "B4", "B5", "B6", "B7", "C0");
        assertThat(parse(bodies.get(2)).at("/slices/0/count").asInt()).isEqualTo(8);
    }

    @Test
    void whatIsQuotedStaysWhatItWas() throws Exception {
        var id = "a\"b\\c\u001få😀";
        var json = new ContactJson()
                .text("id", id)
                .flag("clockChange", false)
                .word("origin", "patient", "patient")
                .end();

        assertThat(parse(json).path("id").asText()).isEqualTo(id);
        assertThat(parse(json)).hasSize(1);
        assertThat(json).doesNotContain("\n");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-05T06:14:03Z, 2026-10-05T06:14:03Z",
        "2026-10-05T06:14:03.007Z, 2026-10-05T06:14:03.007Z",
        "2026-10-05T06:14:03.250Z, 2026-10-05T06:14:03.250Z",
        "1969-12-31T23:59:59Z, 1969-12-31T23:59:59Z",
    })
    void timesAreWrittenAsTheContractSays(Instant instant, String text) {
        assertThat(UtcText.of(instant)).isEqualTo(text);
    }

    private static SliceMessages.Slice slice(String line, int contacts) {
        var content = IntStream.range(0, contacts)
                .mapToObj(number -> "{\"id\":\"" + line + number + "\"}")
                .collect(Collectors.joining("\n"));
        return new SliceMessages.Slice(
                "556677-8899", "teleq", line, DAY, 1, "00", contacts, List.of("SE2321000214-E000000000003"), content);
    }

    private static JsonNode parse(String json) throws Exception {
        return new ObjectMapper().readTree(json);
    }
}
