package se.nollan.publish.messages;

import static java.util.stream.Collectors.toMap;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import se.nollan.base.messaging.Workers;

/**
 * What the broker has that no replica has taken in yet. rules-service sends a result before it says that a slice is evaluated, but by
 * another topic: only when what was there at a moment is taken in is it sure that every slice evaluated by then has its results here.
 */
@ApplicationScoped
public class TopicBacklog {

    private static final List<String> TOPICS = List.of("register", "submissions", "results", "progress");
    private static final int PATIENCE_MILLIS = 5_000;

    /** Where each partition ended at a moment. */
    public record Ends(Map<TopicPartition, Long> offsets) {

        public Ends {
            offsets = Map.copyOf(offsets);
        }
    }

    private final MessagePeek peek;
    private final Map<String, Object> settings;
    private final String group;
    private @Nullable Admin admin;

    TopicBacklog(
            MessagePeek peek,
            @Identifier("default-kafka-broker") Map<String, Object> settings,
            @ConfigProperty(name = "mp.messaging.connector.smallrye-kafka.group.id") String group) {
        this.peek = peek;
        this.settings = settings;
        this.group = group;
    }

    /** Where the topics end now; fails as an outage when the broker does not answer. */
    public Uni<Ends> ends() {
        return Workers.compute(this::readEnds);
    }

    /** Messages that wait now, over all topics. */
    public Uni<Long> messages() {
        return Workers.compute(() -> waiting(readEnds()));
    }

    /** Messages before those ends that are not taken in yet. What a transaction writes at its end is no message. */
    public Uni<Long> messagesBefore(Ends ends) {
        return Workers.compute(() -> waiting(ends));
    }

    private Ends readEnds() {
        List<TopicPartition> partitions = get(admin().describeTopics(TOPICS).allTopicNames()).entrySet().stream()
                .flatMap(topic -> topic.getValue().partitions().stream()
                        .map(partition -> new TopicPartition(topic.getKey(), partition.partition())))
                .toList();
        return new Ends(offsets(partitions, OffsetSpec.latest()));
    }

    private long waiting(Ends ends) {
        Map<TopicPartition, Long> behind = positions(List.copyOf(ends.offsets.keySet()));
        behind.entrySet().removeIf(position -> position.getValue() >= ends.offsets.get(position.getKey()));
        return behind.isEmpty()
                ? 0
                : peek.withMessages(behind, ends.offsets).stream()
                        .mapToLong(partition -> ends.offsets.get(partition) - behind.get(partition))
                        .sum();
    }

    /** The first message of each partition that nobody has taken in. */
    private Map<TopicPartition, Long> positions(List<TopicPartition> partitions) {
        Map<TopicPartition, Long> positions = new HashMap<>(offsets(partitions, OffsetSpec.earliest()));
        taken().forEach((partition, offset) -> {
            if (offset != null) {
                positions.computeIfPresent(partition, (same, first) -> Math.max(first, offset.offset()));
            }
        });
        return positions;
    }

    private Map<TopicPartition, Long> offsets(List<TopicPartition> partitions, OffsetSpec spec) {
        return get(admin().listOffsets(partitions.stream().collect(toMap(partition -> partition, partition -> spec)))
                        .all())
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, offset -> offset.getValue().offset()));
    }

    /** A group that has taken in nothing yet does not exist. */
    private Map<TopicPartition, OffsetAndMetadata> taken() {
        try {
            return get(admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        } catch (GroupIdNotFoundException nothing) {
            return Map.of();
        }
    }

    private static <T> T get(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException kafka ? kafka : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        }
    }

    private synchronized Admin admin() {
        if (admin == null) {
            Map<String, Object> config = new HashMap<>(settings);
            config.put(AdminClientConfig.CLIENT_ID_CONFIG, "publish-service-backlog");
            config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
            config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
            admin = Admin.create(config);
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close();
        }
    }
}
