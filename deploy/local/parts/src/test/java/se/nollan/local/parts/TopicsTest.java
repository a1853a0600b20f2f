package se.nollan.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicsTest {

    @TempDir
    private Path folder;

    @Test
    void aChannelBecomesATopicWithItsSettings() throws IOException {
        NewTopic topic = only("""
                asyncapi: 3.0.0
                channels:
                  results:
                    address: nollan.results
                    bindings:
                      kafka:
                        partitions: 12
                        topicConfiguration:
                          cleanup.policy: ["compact", "delete"]
                          retention.ms: 1209600000
                """);

        assertThat(topic.name()).isEqualTo("nollan.results");
        assertThat(topic.numPartitions()).isEqualTo(12);
        assertThat(topic.replicationFactor()).isEqualTo((short) 1);
        assertThat(topic.configs()).isEqualTo(Map.of("cleanup.policy", "compact,delete", "retention.ms", "1209600000"));
    }

    @Test
    void aChannelWithoutAddressOrBindingsIsCalledByItsKeyAndHasOnePartition() throws IOException {
        NewTopic topic = only("channels: {plain: {messages: {}}}");

        assertThat(topic.name()).isEqualTo("plain");
        assertThat(topic.numPartitions()).isEqualTo(1);
        assertThat(topic.configs()).isEmpty();
    }

    @Test
    void aDocumentWithoutChannelsIsAMistake() {
        assertThatThrownBy(() -> only("asyncapi: 3.0.0"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("No channels");
    }

    private NewTopic only(String document) throws IOException {
        return Topics.of(Files.writeString(folder.resolve("asyncapi.yaml"), document))
                .get(0);
    }
}
