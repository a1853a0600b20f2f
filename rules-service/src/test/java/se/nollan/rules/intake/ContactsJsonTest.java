package se.nollan.rules.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.nollan.rules.Ingest.contact;
import static se.nollan.rules.Ingest.unit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.nollan.base.messaging.Poison;
import se.nollan.rules.Ingest;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.slice.ContactJson;
import se.nollan.rules.slice.Deflated;
import se.nollan.rules.slice.Slice;
import se.nollan.rules.slice.SliceKey;

class ContactsJsonTest {

    private static final String DAY = "2026-10-05";

    private static ContactsMessage read(String body) {
        return ContactsJson.read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Contact> contacts(Slice slice) {
        return ContactJson.read(slice.key(), slice.body(), slice.contacts());
    }

    @Test
    void aContactComesOutOfStorageAsItWentIn() {
        Map<String, Object> sent =
                contact("åäö \\\" 1", "phone", "callback", DAY + "T06:14:03Z", "contact", "q7Zk1mYb0R2c9Lw8nH5tXA");
        sent.put("attempts", List.of(DAY + "T08:10:00Z", DAY + "T09:10:00.250Z"));
        sent.put("offeredSameDay", true);
        sent.put("chosenDate", "2026-10-06");
        sent.put("origin", "web");

        List<Slice> slices = read(Ingest.contacts(1, unit(1), Ingest.Slice.of("p", "line", DAY, 7, unit(1), sent)))
                .whole();

        assertThat(slices).hasSize(1);
        assertThat(slices.get(0).key()).isEqualTo(new SliceKey("p", "system", "line", LocalDate.parse(DAY)));
        assertThat(slices.get(0).revision()).isEqualTo(7);
        Contact contact = contacts(slices.get(0)).get(0);
        assertThat(contact.id().id()).isEqualTo("åäö \\\" 1");
        assertThat(contact.id().provider()).isEqualTo("p");
        assertThat(contact.line()).isEqualTo("line");
        assertThat(contact.origin()).isEqualTo(Contact.Origin.WEB);
        assertThat(contact.createdAt())
                .isEqualTo(Instant.parse(DAY + "T06:14:03Z").toEpochMilli());
        assertThat(contact.attempts())
                .containsExactly(
                        Instant.parse(DAY + "T08:10:00Z").toEpochMilli(),
                        Instant.parse(DAY + "T09:10:00.250Z").toEpochMilli());
        assertThat(contact.offeredSameDay()).isTrue();
        assertThat(contact.chosenDate()).isEqualTo(LocalDate.parse("2026-10-06"));
        assertThat(contact.answeredAt()).isEqualTo(Contact.NONE);
    }

    @Test
    @DisplayName(
            "A contact of another day than its slice's, or of a kind that its channel lacks, is refused at the border")
    void whatTheMeasureBuildsOnIsChecked() {
        for (Map<String, Object> wrong : List.of(
                contact("a", "phone", "full", "2026-10-06T06:14:03Z"),
                contact("a", "phone", "full", "2026-10-04T21:59:59Z"),
                contact("a", "phone", "bot", DAY + "T06:14:03Z"),
                contact("a", "chat", "callback", DAY + "T06:14:03Z"))) {
            byte[] message = Ingest.contacts(1, unit(1), Ingest.Slice.of("p", "line", DAY, 1, unit(1), wrong))
                    .getBytes(StandardCharsets.UTF_8);

            assertThatThrownBy(() -> ContactsJson.read(message)).isInstanceOf(Poison.class);
        }
        // The first minutes of a Stockholm day are the evening before in UTC.
        assertThat(read(Ingest.contacts(
                                1,
                                unit(1),
                                Ingest.Slice.of(
                                        "p",
                                        "line",
                                        DAY,
                                        1,
                                        unit(1),
                                        contact("a", "chat", "bot", "2026-10-04T22:00:00Z"))))
                        .whole())
                .hasSize(1);
    }

    @Test
    void theContactsAreStoredAsTheyCameWithFieldsThatAreNotKnown() throws IOException {
        Map<String, Object> sent = contact("a", "phone", "full", DAY + "T06:14:03Z");
        sent.put("mood", Map.of("of", List.of(1, 2)));

        Slice slice = read(Ingest.contacts(1, unit(1), Ingest.Slice.of("p", "line", DAY, 1, unit(1), sent)))
                .whole()
                .get(0);

        assertThat(new String(Deflated.open(slice.body()).readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(
                        "[{\"id\":\"a\",\"channel\":\"phone\",\"kind\":\"full\",\"createdAt\":\"2026-10-05T06:14:03Z\","
                                + "\"mood\":{\"of\":[1,2]}}]");
    }

    @Test
    void aSliceOverSeveralPartsIsOne() {
        List<Map<String, Object>> sent = new ArrayList<>();
        for (int i = 0; i < 23; i++) {
            sent.add(contact("id" + i, "phone", "full", DAY + "T06:14:03Z"));
        }
        List<ContactsMessage> parts =
                Ingest.parts(1, unit(1), 10, new Ingest.Slice("p", "line", DAY, 1, List.of(unit(1)), sent)).stream()
                        .map(ContactsJsonTest::read)
                        .toList();

        List<Slice> slices = ContactsMessage.slices(parts);

        assertThat(slices).hasSize(1);
        assertThat(contacts(slices.get(0)))
                .extracting(contact -> contact.id().id())
                .containsExactlyElementsOf(
                        sent.stream().map(contact -> (String) contact.get("id")).toList());
    }

    @Test
    void aSliceKnowsItsLineAndTheFirstLinesOfItsChats() {
        Slice slice = read(Ingest.contacts(
                        1,
                        unit(1),
                        Ingest.Slice.of(
                                "p",
                                "chat-2",
                                DAY,
                                1,
                                unit(1),
                                contact("a", "chat", "queue", DAY + "T06:14:03Z", "firstLine", "chat-1"),
                                contact("b", "chat", "queue", DAY + "T06:14:03Z"))))
                .whole()
                .get(0);

        assertThat(slice.lines()).containsExactlyInAnyOrder("chat-1", "chat-2");
    }

    @Test
    void anEmptySliceIsAnEmptyList() {
        Slice slice = read(Ingest.contacts(1, unit(1), Ingest.Slice.of("p", "line", DAY, 1, unit(1))))
                .whole()
                .get(0);

        assertThat(contacts(slice)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\":\"full\" | \"kind\":\"pigeon\"",
                "\"kind\":\"full\" | \"kind\":7",
                "\"channel\":\"phone\" | \"channel\":\"Phone\"",
                "\"channel\":\"phone\", | ",
                "T06:14:03Z | T06:14:03",
                "\"revision\":1 | \"revision\":\"1\"",
                "\"revision\":1 | \"revision\":0",
                "\"date\":\"2026-10-05\",\"rev | \"date\":\"soon\",\"rev",
                "\"contacts\":[ | \"contacts\":7,\"x\":[",
                "\"contacts\":[ | \"contacts\":[8,",
                "\"group\": | \"troupe\":",
                "\"part\":1 | \"part\":2",
                "]}]} | ]}]"
            })
    void whatIsNotByTheContractIsPoison(String right, String wrong) {
        String message = Ingest.contacts(
                1,
                unit(1),
                Ingest.Slice.of("p", "line", DAY, 1, unit(1), contact("a", "phone", "full", DAY + "T06:14:03Z")));
        assertThat(message).contains(right);

        assertThatThrownBy(() ->
                        read(message.replace(right, wrong == null ? "" : wrong)).whole())
                .isInstanceOf(Poison.class);
    }

    @Test
    void aSliceWithFewerContactsThanItSaysIsPoison() {
        String message = Ingest.contacts(
                1,
                unit(1),
                Ingest.Slice.of("p", "line", DAY, 1, unit(1), contact("a", "phone", "full", DAY + "T06:14:03Z")));

        assertThatThrownBy(() ->
                        read(message.replace("\"count\":1", "\"count\":2")).whole())
                .isInstanceOf(Poison.class)
                .hasMessageContaining("1 contacts over its parts");
    }
}
