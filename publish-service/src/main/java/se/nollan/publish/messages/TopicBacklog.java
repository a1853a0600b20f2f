package se.nollan.publish.messages;

import static java.util.stream.Collectors.toMap;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How many messages the broker has that no replica has taken in yet. rules-service sends a result before it says that a slice
 * is evaluated, but by another topic: only when nothing waits is it sure that every evaluated slice's results are here.
 */
@ApplicationScoped
public class TopicBacklog {

    private static final List<String> TOPICS = List.of("register", "submissions", "results", "progress");
    private static final int PATIENCE_MILLIS = 5_000;

    private final Map<String, Object> settings;
    private final String group;
    private @Nullable Admin admin;

    TopicBacklog(
            @Identifier("default-kafka-broker") Map<String, Object> settings,
            @ConfigProperty(name = "mp.messaging.connector.smallrye-kafka.group.id") String group) {
        this.settings = settings;
        this.group = group;
    }

    /** Messages that wait, over all topics; fails as an outage when the broker does not answer. */
    public Uni<Long> messages() {
        return Uni.createFrom()
                .completionStage(
                        () -> admin().describeTopics(TOPICS).allTopicNames().toCompletionStage())
                .map(topics -> topics.entrySet().stream()
                        .flatMap(topic -> topic.getValue().partitions().stream()
                                .map(partition -> new TopicPartition(topic.getKey(), partition.partition())))
                        .toList())
                .chain(partitions -> ends(partitions, OffsetSpec.latest())
                        .chain(latest -> ends(partitions, OffsetSpec.earliest())
                                .chain(earliest -> taken().map(taken -> backlog(latest, earliest, taken)))));
    }

    private Uni<Map<TopicPartition, ListOffsetsResultInfo>> ends(List<TopicPartition> partitions, OffsetSpec spec) {
        return uni(admin().listOffsets(partitions.stream().collect(toMap(partition -> partition, partition -> spec)))
                .all());
    }

    private Uni<Map<TopicPartition, OffsetAndMetadata>> taken() {
        return uni(admin().listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                // A group that has taken in nothing yet does not exist.
                .onFailure(GroupIdNotFoundException.class)
                .recoverWithItem(Map.of());
    }

    private static long backlog(
            Map<TopicPartition, ListOffsetsResultInfo> latest,
            Map<TopicPartition, ListOffsetsResultInfo> earliest,
            Map<TopicPartition, OffsetAndMetadata> taken) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        earliest.forEach((partition, first) -> positions.put(partition, first.offset()));
        taken.forEach((partition, offset) -> {
            if (offset != null) {
                positions.merge(partition, offset.offset(), Math::max);
            }
        });
        return latest.entrySet().stream()
                .mapToLong(end -> Math.max(0, end.getValue().offset() - positions.get(end.getKey())))
                .sum();
    }

    private static <T> Uni<T> uni(KafkaFuture<T> future) {
        return Uni.createFrom().completionStage(future.toCompletionStage());
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
