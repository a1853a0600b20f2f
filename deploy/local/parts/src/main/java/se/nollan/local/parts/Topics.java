package se.nollan.local.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;

/** Reads from an AsyncAPI 3 document which topics there shall be: its channels with their Kafka bindings. */
final class Topics {

    private static final short ONE_NODE = 1;

    private Topics() {}

    static List<NewTopic> of(Path asyncApi) {
        JsonNode channels;
        try {
            channels = new YAMLMapper().readTree(asyncApi.toFile()).path("channels");
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read " + asyncApi, e);
        }
        List<NewTopic> topics = new ArrayList<>();
        channels.properties().forEach(channel -> {
            JsonNode kafka = channel.getValue().path("bindings").path("kafka");
            // Without an address a channel is called by its key (AsyncAPI 3.0, Channel Object).
            String name = channel.getValue().path("address").asText(channel.getKey());
            int partitions = kafka.path("partitions").asInt(1);
            topics.add(
                    new NewTopic(name, partitions, ONE_NODE).configs(configuration(kafka.path("topicConfiguration"))));
        });
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("No channels in " + asyncApi);
        }
        return topics;
    }

    private static Map<String, String> configuration(JsonNode topicConfiguration) {
        Map<String, String> configuration = new TreeMap<>();
        topicConfiguration.properties().forEach(entry -> configuration.put(entry.getKey(), text(entry.getValue())));
        return configuration;
    }

    /** A list, as of {@code cleanup.policy}, is written with commas in Kafka. */
    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> items = new ArrayList<>();
        value.forEach(item -> items.add(item.asText()));
        return String.join(",", items);
    }
}
