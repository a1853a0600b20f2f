package se.nollan.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.jspecify.annotations.Nullable;

/** A Kafka broker that is its own controller. Topics are made on purpose only: writing to a name that does not exist fails. */
public final class Kafka extends ChildPart {

    private static final long SECONDS = 30;

    private final Path folder;
    private final int controllerPort;

    Kafka(int port, Path folder) {
        super("Kafka", port, folder.resolve("kafka.log"));
        this.folder = folder;
        this.controllerPort = Ports.free();
    }

    /** {@code 127.0.0.1:PORT}. */
    public String bootstrap() {
        return "127.0.0.1:" + port();
    }

    /** Makes the topics that an AsyncAPI 3 document describes; returns when they can be used. */
    public void createTopics(Path asyncApi) {
        List<NewTopic> topics = Topics.of(asyncApi);
        try (Admin admin = admin()) {
            get(admin.createTopics(topics).all());
        }
    }

    /** The names of all topics but Kafka's own. */
    public Set<String> topics() {
        try (Admin admin = admin()) {
            return new TreeSet<>(get(admin.listTopics().names()));
        }
    }

    /** All messages of a topic from its beginning to where its end is now; in order within each partition. */
    public List<Message> read(String topic) {
        return TopicReader.read(bootstrap(), topic);
    }

    /** Makes the log directory, starts the broker, and makes the topics if a document names them. */
    void startFresh(@Nullable Path asyncApi) {
        Path settings = folder.resolve("server.properties");
        try {
            Files.createDirectories(folder);
            Files.writeString(settings, settings());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jvm(
                        "Kafka's storage tool",
                        "kafka.tools.StorageTool",
                        "format",
                        "--standalone",
                        "--cluster-id",
                        Uuid.randomUuid().toString(),
                        "--config",
                        settings.toString())
                .run(log());
        start();
        if (asyncApi != null) {
            createTopics(asyncApi);
        }
    }

    @Override
    Command command() {
        return jvm("Kafka", "kafka.Kafka", folder.resolve("server.properties").toString());
    }

    @Override
    boolean answers() {
        if (!Ports.answers(port())) {
            return false;
        }
        try (Admin admin = admin()) {
            return !admin.describeCluster().nodes().get(5, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException stillStarting) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("Interrupted while Kafka started", e);
        }
    }

    @Override
    Duration patience() {
        return Duration.ofSeconds(60);
    }

    private static Command jvm(String name, String mainClass, String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Command.java().toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX",
                "-cp",
                Artifacts.classPath("kafka"),
                mainClass));
        words.addAll(List.of(arguments));
        return new Command(name, words);
    }

    private String settings() {
        return """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                controller.listener.names=CONTROLLER
                controller.quorum.bootstrap.servers=127.0.0.1:%2$d
                log.dirs=%3$s
                auto.create.topics.enable=false
                # One node: nothing can be kept twice, and nobody else will join a group soon.
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                # A broker that was killed may come back when its last session has run out: by default after nine seconds.
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=1000
                group.initial.rebalance.delay.ms=0
                # Less memory than the default of 128 MB for compaction.
                log.cleaner.dedupe.buffer.size=4194304
                """.formatted(port(), controllerPort, folder.resolve("data"));
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrap()));
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get(SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new PartFailed("Kafka refused: " + e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new PartFailed("Kafka did not answer within " + SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PartFailed("Interrupted while Kafka was asked", e);
        }
    }
}
