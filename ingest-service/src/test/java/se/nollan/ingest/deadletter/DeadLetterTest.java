package se.nollan.ingest.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterTest {
    private static final String UNIT = "SE2321000214-E000000000003";

    @Test
    void itSaysWhereItCameFromAndWhatWasWrong() {
        var letter = letter(Map.of(), UNIT, "{}");

        assertThat(letter.topic()).isEqualTo("contacts");
        assertThat(letter.from()).isEqualTo(new DeadLetter.Position(3, 4711));
        assertThat(letter.service()).isEqualTo("rules-service");
        assertThat(letter.reason()).isEqualTo("/slices/0/kind is no word of the contract");
    }

    @ParameterizedTest
    @CsvSource({
        "register, rules-service",
        "progress, ingest-service",
        "results, publish-service",
        "submissions, publish-service",
        "unheard-of, ''"
    })
    void theServiceIsTheOneThatReadsTheTopicUnlessItNamesItself(String topic, String service) {
        assertThat(letter(Map.of("dead-letter-topic", topic), UNIT, "{}").service())
                .isEqualTo(service);
        assertThat(letter(Map.of("dead-letter-topic", topic, "dead-letter-consumer", "publish-service"), UNIT, "{}")
                        .service())
                .isEqualTo("publish-service");
    }

    @ParameterizedTest
    @ValueSource(strings = {UNIT, UNIT + "/2026-10-05/phone", "register", "0b9e7f1c-6a53-4e9e-8d25-5f1f1c1f7a01"})
    void aKeyOfTheContractsIsShown(String key) {
        assertThat(letter(Map.of(), key, "{}").shownKey()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+46701740605", "19800101-1234", "a name", "084650-0412", "register/0701740605"})
    void anyOtherKeyIsNot(String key) {
        assertThat(letter(Map.of(), key, "{}").shownKey()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+46701740605", "19800101-1234", "070-174 06 05"})
    void aNumberInAReasonIsMasked(String number) {
        var reason = letter(Map.of("dead-letter-reason", "contact " + number + " at line 7"), UNIT, "{}")
                .reason();

        assertThat(reason).isEqualTo("contact … at line 7");
    }

    @Test
    void itIsSentAgainAsItCame() {
        assertThat(letter(Map.of(), UNIT, "{\"å\":1}").again())
                .isEqualTo(new DeadLetter.Again("contacts", UNIT, "contacts", "{\"å\":1}"));
    }

    @Test
    void whatIsNoMessageOfTheContractsCannotBeSentAgain() {
        assertThat(letter(Map.of("ce_type", "another.thing"), UNIT, "{}").again())
                .isNull();
        assertThat(letter(Map.of(), null, "{}").again()).isNull();
        assertThat(letter(Map.of(), UNIT, "").again()).isNull();
        assertThat(letter(Map.of(), UNIT, "a\0b").again()).isNull();
        var noText = DeadLetter.of(
                new DeadLetter.Position(0, 0), Instant.EPOCH, headers(Map.of()), bytes(UNIT), new byte[] {(byte) 0xff});
        assertThat(noText.again()).isNull();
    }

    @ParameterizedTest
    @DisplayName("A header cannot send a letter to a topic that it is no message of")
    @CsvSource({
        "results, se.nollan.contacts.v1, SE2321000214-E000000000003",
        "contacts, se.nollan.result.v1, SE2321000214-E000000000003",
        "dead-letters, se.nollan.contacts.v1, SE2321000214-E000000000003",
        "__consumer_offsets, se.nollan.contacts.v1, SE2321000214-E000000000003",
        "register, se.nollan.register.v1, 556677-8899",
        "register, se.nollan.access.v1, register",
        "submissions, se.nollan.submission.v1, SE2321000214-E000000000003",
        "contacts, se.nollan.contacts.v1, 0701740605"
    })
    void aHeaderCannotChooseTheTopic(String topic, String type, String key) {
        assertThat(letter(Map.of("dead-letter-topic", topic, "ce_type", type), key, "{}")
                        .again())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "register, register, register",
        "register, access, 556677-8899",
        "submissions, submission, 0b9e7f1c-6a53-4e9e-8d25-5f1f1c1f7a01",
        "progress, progress, SE2321000214-E000000000003",
        "results, result, SE2321000214-E000000000003/2026-10-05/phone"
    })
    void everyMessageOfTheContractsCanBeSentAgain(String topic, String type, String key) {
        assertThat(letter(Map.of("dead-letter-topic", topic, "ce_type", "se.nollan." + type + ".v1"), key, "{}")
                        .again())
                .isEqualTo(new DeadLetter.Again(topic, key, type, "{}"));
    }

    @Test
    void evenWithoutAnyHeaderItIsKept() {
        var letter = DeadLetter.of(new DeadLetter.Position(0, 7), Instant.EPOCH, Map.of(), null, null);

        assertThat(letter.from()).isEqualTo(new DeadLetter.Position(-1, -1));
        assertThat(letter.body()).isEmpty();
        assertThat(letter.again()).isNull();
    }

    private static DeadLetter letter(Map<String, String> other, String key, String body) {
        return DeadLetter.of(
                new DeadLetter.Position(0, 7),
                Instant.EPOCH,
                headers(other),
                key == null ? null : bytes(key),
                bytes(body));
    }

    private static Map<String, String> headers(Map<String, String> other) {
        var headers = new HashMap<>(Map.of(
                "dead-letter-topic", "contacts",
                "dead-letter-partition", "3",
                "dead-letter-offset", "4711",
                "dead-letter-reason", "/slices/0/kind is no word of the contract",
                "ce_type", "se.nollan.contacts.v1"));
        headers.putAll(other);
        return headers;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
