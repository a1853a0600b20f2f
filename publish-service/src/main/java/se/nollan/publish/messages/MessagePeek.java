package se.nollan.publish.messages;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Looks whether there is a message between two offsets: a transaction's end takes an offset too, and is none. */
@ApplicationScoped
class MessagePeek {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int POLLS = 10;
    private static final int ENOUGH_BYTES = 64 * 1024;

    private final Map<String, Object> settings;

    MessagePeek(@Identifier("default-kafka-broker") Map<String, Object> settings) {
        this.settings = settings;
    }

    /** Those partitions that have a message from the first offset on and before the end, or that did not say in time; blocks. */
    Set<TopicPartition> withMessages(Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        Map<String, Object> config = new HashMap<>(settings);
        config.put(ConsumerConfig.CLIENT_ID_CONFIG, "publish-service-peek");
        config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, ENOUGH_BYTES);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.remove(ConsumerConfig.GROUP_ID_CONFIG);
        Set<TopicPartition> open = new HashSet<>(from.keySet());
        Set<TopicPartition> found = new HashSet<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(open);
            from.forEach(consumer::seek);
            for (int poll = 0; poll < POLLS && !open.isEmpty(); poll++) {
                consumer.poll(POLL).forEach(message -> {
                    TopicPartition partition = new TopicPartition(message.topic(), message.partition());
                    if (message.offset() < ends.get(partition)) {
                        found.add(partition);
                    }
                });
                open.removeIf(
                        partition -> found.contains(partition) || consumer.position(partition) >= ends.get(partition));
            }
        }
        found.addAll(open);
        return found;
    }
}
