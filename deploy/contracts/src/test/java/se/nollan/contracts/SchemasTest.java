package se.nollan.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> messages() {
        return Contracts.messages().stream();
    }

    @Test
    void everyMessageOfTheDesignHasASchema() {
        assertThat(Contracts.messages())
                .containsExactly("access", "contacts", "progress", "reevaluation", "register", "result", "submission");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everySchemaIsValidJsonSchema202012(String message) {
        JsonNode schema = Contracts.schemaFile(message);
        var metaSchema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("$id").asText()).isEqualTo("urn:nollan:schema:" + message + ":1");
        assertThat(metaSchema.validate(schema)).isEmpty();
    }

    @Test
    void aMisspeltKeywordIsRefusedAndNotIgnored() throws IOException {
        JsonNode misspelt = JSON.readTree("""
                {"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "string", "maxLenght": 3}""");

        assertThatThrownBy(() -> Contracts.validator(misspelt).validate(JSON.readTree("\"four\"")))
                .isInstanceOf(JsonSchemaException.class)
                .hasMessageContaining("maxLenght");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyExampleHoldsToItsSchema(String message) {
        assertThat(Contracts.errors(message, Contracts.example(message))).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2} at {1} is refused by {3}")
    @CsvSource(textBlock = """
            access,     /provider,                        '""',                     minLength
            access,     /clients,                         '"norrvard"',             type
            contacts,   /unit,                            '"2321000214-E3"',        pattern
            contacts,   /date,                            '"2026-02-30"',           format
            contacts,   /slices,                          '[]',                     minItems
            contacts,   /slices/0/hash,                   '"9F86"',                 pattern
            contacts,   /slices/0/contacts/0/kind,        '"fax"',                  enum
            contacts,   /slices/0/contacts/0/contact,     '"+46701740605"',         pattern
            contacts,   /slices/0/contacts/0/contact,     '"0701740605"',           pattern
            contacts,   /slices/0/contacts/0/createdAt,   '"2026-10-05T08:14:03+02:00"', pattern
            contacts,   /slices/0/contacts/1/attempts/0,  '"yesterday"',            format
            progress,   /slices/0/revision,               '0',                      minimum
            progress,   /evaluatedAt,                     '"2026-11-02"',           format
            reevaluation, /atWork/0/reason,                '"whim"',                 enum
            reevaluation, /atWork/0/regions/0,             '"Norrvård"',             pattern
            register,   /version,                         '1.5',                    type
            register,   /units/0/type,                    '"sjukhus"',              enum
            register,   /units/0/region,                  '"Z"',                    pattern
            register,   /lines/0/kind,                    '"fax"',                  enum
            result,     /hits,                            '-1',                     minimum
            result,     /channel,                         '"letter"',               enum
            result,     /byRule/excluded/P-X5,            '0',                      minimum
            submission, /state,                           '"lost"',                 enum
            submission, /id,                              '"4711"',                 format
            submission, /slices/0/days/2026-10-05,        '"two"',                  type
            """)
    void whatBreaksTheSchemaIsRefused(String message, String pointer, String value, String keyword) throws IOException {
        JsonNode body = Contracts.example(message);
        replace(body, JsonPointer.compile(pointer), JSON.readTree(value));

        assertThat(Contracts.errors(message, body))
                .extracting(ValidationMessage::getType)
                .contains(keyword);
    }

    @Test
    void aRuleThatNobodyKnowsIsRefused() {
        ObjectNode body = (ObjectNode) Contracts.example("result");
        ((ObjectNode) body.at("/byRule/excluded")).put("because", 1);

        assertThat(Contracts.errors("result", body))
                .extracting(ValidationMessage::getType)
                .contains("propertyNames");
    }

    @ParameterizedTest
    @MethodSource("messages")
    void eachRequiredFieldIsMissed(String message) {
        for (JsonNode field : Contracts.schemaFile(message).path("required")) {
            ObjectNode body = (ObjectNode) Contracts.example(message);
            body.remove(field.asText());

            assertThat(Contracts.errors(message, body))
                    .as("%s without %s", message, field.asText())
                    .extracting(ValidationMessage::getType)
                    .containsExactly("required");
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aFieldThatALaterVersionAddsDoesNoHarm(String message) {
        JsonNode body = Contracts.example(message);
        // a map (rule to count, day to revision, hour to count) takes no foreign key; its keys are data
        for (ObjectNode object : recordsOf(body)) {
            object.put("addedLater", "something");
        }
        assertThat(Contracts.errors(message, body)).isEmpty();
    }

    private static List<ObjectNode> recordsOf(JsonNode node) {
        var found = new ArrayList<ObjectNode>();
        boolean map = node.isObject()
                && (node.isEmpty() || node.fieldNames().next().matches("[A-Z]-.*|\\d{4}-\\d{2}-\\d{2}|\\d+"));
        if (node instanceof ObjectNode object && !map) {
            found.add(object);
        }
        node.forEach(child -> found.addAll(recordsOf(child)));
        return found;
    }

    private static void replace(JsonNode body, JsonPointer at, JsonNode value) {
        JsonNode parent = body.at(at.head());
        assertThat(body.at(at).isMissingNode()).as("nothing at %s", at).isFalse();
        if (parent instanceof ObjectNode object) {
            object.set(at.last().getMatchingProperty(), value);
        } else {
            ((ArrayNode) parent).set(at.last().getMatchingIndex(), value);
        }
    }
}
