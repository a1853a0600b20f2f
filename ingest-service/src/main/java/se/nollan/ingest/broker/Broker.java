package se.nollan.ingest.broker;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.jspecify.annotations.Nullable;

/** Whether the broker answers: asked every few seconds, told by readiness ({@link BrokerHealth}) and by {@link BrokerGate}. */
@ApplicationScoped
public class Broker {

    private static final int PATIENCE_MILLIS = 3_000;

    private final Map<String, Object> settings;
    private @Nullable Admin admin;
    private volatile boolean away;

    Broker(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        settings = new HashMap<>(broker);
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "ingest-broker-check");
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, String.valueOf(PATIENCE_MILLIS));
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, String.valueOf(PATIENCE_MILLIS));
        settings.put(AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, "1000");
    }

    /** True from the first unanswered question to the next answered one. */
    public boolean isAway() {
        return away;
    }

    @Scheduled(every = "3s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return Uni.createFrom()
                .completionStage(() -> admin().describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS))
                        .nodes()
                        .toCompletionStage())
                .ifNoItem()
                .after(Duration.ofMillis(PATIENCE_MILLIS))
                .fail()
                .onItemOrFailure()
                .invoke((nodes, failure) -> away = failure != null)
                .replaceWithVoid()
                .onFailure()
                .recoverWithNull();
    }

    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }
}
