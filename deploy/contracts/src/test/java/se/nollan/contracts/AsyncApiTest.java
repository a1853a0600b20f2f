package se.nollan.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

    private static final Set<String> SERVICES = Set.of("ingest-service", "rules-service", "publish-service");

    private final JsonNode document = Contracts.asyncApi();

    @Test
    void theDocumentIsAsyncApi3() {
        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(document.at("/info/title").asText()).isNotBlank();
        assertThat(document.at("/info/version").asText()).matches("\\d+\\.\\d+\\.\\d+");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = document.findValuesAsText("$ref");

        assertThat(references).hasSizeGreaterThan(20).allSatisfy(reference -> {
            if (reference.startsWith("#")) {
                assertThat(document.at(reference.substring(1)).isMissingNode()).isFalse();
            } else {
                assertThat(Contracts.root().resolve(reference)).isRegularFile();
            }
        });
    }

    @Test
    void theTopicsAreThoseOfTheDesign() {
        assertThat(names(document.path("channels")))
                .containsExactly("contacts", "dead-letters", "progress", "register", "results", "submissions");
        document.path("channels").fields().forEachRemaining(channel -> {
            assertThat(channel.getValue().path("address").asText()).isEqualTo(channel.getKey());
            assertThat(channel.getValue().path("description").asText()).isNotBlank();
            JsonNode kafka = channel.getValue().at("/bindings/kafka");
            assertThat(kafka.path("partitions").asInt()).isPositive();
            assertThat(kafka.at("/topicConfiguration/cleanup.policy").isArray()).isTrue();
            assertThat(kafka.at("/topicConfiguration/max.message.bytes").asInt())
                    .as("8 MB, as the design says")
                    .isEqualTo(8 * 1024 * 1024);
        });
    }

    @Test
    void whatIsCompactedIsKeptByKeyAndTheRestForATimeThatIsSaid() {
        document.path("channels").forEach(channel -> {
            JsonNode topic = channel.at("/bindings/kafka/topicConfiguration");
            boolean compacted = topic.at("/cleanup.policy/0").asText().equals("compact");
            assertThat(topic.has("retention.ms")).isNotEqualTo(compacted);
        });
    }

    @Test
    void everyTopicHasAWriterAndEveryOperationNamesTheServicesThatDoIt() {
        var written = new TreeSet<String>();
        document.path("operations").fields().forEachRemaining(operation -> {
            JsonNode it = operation.getValue();
            String topic = it.at("/channel/$ref").asText().replace("#/channels/", "");
            String action = it.path("action").asText();
            assertThat(operation.getKey()).isEqualTo(action + "-" + topic);
            assertThat(it.path("tags").findValuesAsText("name")).isNotEmpty().allMatch(SERVICES::contains);
            if (action.equals("send")) {
                written.add(topic);
            }
        });
        assertThat(written).containsExactlyElementsOf(names(document.path("channels")));
    }

    @Test
    void noServiceReadsWhatItWritesItselfButDeadLettersWhichEndAndBeginInOnePlace() {
        for (String topic : names(document.path("channels"))) {
            List<String> readers = services("receive", topic);
            assertThat(services("send", topic)).as(topic).isNotEmpty();
            if (!topic.equals("dead-letters")) {
                assertThat(authors(topic)).as(topic).isNotEmpty().noneMatch(readers::contains);
            }
        }
    }

    @Test
    void whatIsPutAsideCanBeReplayedByTheServiceThatKeepsIt() {
        for (String topic : names(document.path("channels"))) {
            assertThat(services("send", topic)).as(topic).containsAll(services("receive", "dead-letters"));
        }
    }

    /** Those who write messages of their own, not only again what was put aside. */
    private List<String> authors(String topic) {
        var authors = new ArrayList<String>();
        document.at("/operations/send-" + topic + "/tags").forEach(tag -> {
            if (!tag.path("description").asText().equals("replays")) {
                authors.add(tag.path("name").asText());
            }
        });
        return authors;
    }

    @Test
    void everyMessageHasItsSchemaAndAnExample() {
        for (String message : messagesWithABody()) {
            JsonNode it = document.at("/components/messages/" + message);

            assertThat(it.path("name").asText()).isEqualTo("se.nollan." + message + ".v1");
            assertThat(it.at("/payload/schema/$ref").asText()).isEqualTo("events/" + message + ".schema.json");
            assertThat(it.at("/payload/schemaFormat").asText())
                    .isEqualTo("application/schema+json;version=draft-2020-12");
            assertThat(Contracts.root().resolve("events/examples/" + message + ".json"))
                    .isRegularFile();
        }
        assertThat(messagesWithABody()).containsExactlyInAnyOrderElementsOf(Contracts.messages());
    }

    @Test
    void everyMessageOfATopicIsDescribedAndNoneIsLeftOver() {
        var used = new TreeSet<String>();
        document.path("channels").forEach(channel -> channel.path("messages")
                .forEach(message -> used.add(message.path("$ref").asText().replace("#/components/messages/", ""))));
        assertThat(used).containsExactlyElementsOf(names(document.at("/components/messages")));
    }

    @Test
    void everyHeaderIsDescribed() {
        JsonNode cloudEvent = document.at("/components/messageTraits/cloudEvent/headers");
        JsonNode deadLetter = document.at("/components/messages/dead-letter/headers");

        assertThat(names(cloudEvent.path("properties")))
                .as("all of CloudEvents' headers are required")
                .containsExactlyInAnyOrderElementsOf(texts(cloudEvent.path("required")));
        for (JsonNode headers : List.of(cloudEvent, deadLetter)) {
            headers.path("properties")
                    .forEach(header ->
                            assertThat(header.path("description").asText()).isNotBlank());
        }
        for (String message : messagesWithABody()) {
            assertThat(document.at("/components/messages/" + message + "/traits/0/$ref")
                            .asText())
                    .isEqualTo("#/components/messageTraits/cloudEvent");
        }
    }

    @Test
    void noExampleIsWithoutAMessage() throws Exception {
        try (var files = Files.list(Contracts.root().resolve("events/examples"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(Contracts.messages());
        }
    }

    private List<String> messagesWithABody() {
        return names(document.at("/components/messages")).stream()
                .filter(message ->
                        document.at("/components/messages/" + message).has("payload"))
                .toList();
    }

    private List<String> services(String action, String topic) {
        return document.at("/operations/" + action + "-" + topic + "/tags").findValuesAsText("name");
    }

    private static List<String> names(JsonNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names.stream().sorted().toList();
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
