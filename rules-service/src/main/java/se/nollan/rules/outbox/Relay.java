package se.nollan.rules.outbox;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executor;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;
import se.nollan.base.messaging.Retry;
import se.nollan.base.messaging.SerialWork;

/**
 * Sends what stands in the outbox, in the order of the ids, deletes what the broker has, and puts aside what it will never take. One replica at a time holds the lease. What
 * was sent but not deleted is sent again: consumers ignore a revision that is not newer.
 */
@ApplicationScoped
class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final int PAGE = 500;
    private static final String PROGRESS = "progress";

    private final SerialWork serialWork = new SerialWork("The outbox", this::sendPages);
    private final String me = UUID.randomUUID().toString();
    private final SessionFactory sessions;
    private final OutboxRepository repository;
    private final MutinyEmitter<byte[]> emitter;
    private final Clock clock;

    Relay(
            SessionFactory sessions,
            OutboxRepository repository,
            @Channel("outbox") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER) MutinyEmitter<byte[]> emitter,
            Clock clock) {
        this.sessions = sessions;
        this.repository = repository;
        this.emitter = emitter;
        this.clock = clock;
    }

    @ConsumeEvent(Outbox.NUDGE)
    Uni<Void> nudged(String nothing) {
        return serialWork.take();
    }

    /** For what another replica wrote, and for what stayed. */
    @Scheduled(
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> poll() {
        return serialWork.take();
    }

    private Uni<Void> sendPages() {
        return SerialWork.repeat(() -> sendPage().map(sent -> sent == PAGE));
    }

    private Uni<Integer> sendPage() {
        Executor here = Retry.here();
        return sessions.withTransaction(session -> repository.page(session, me, PAGE))
                .chain(page -> page.isEmpty()
                        ? Uni.createFrom().item(0)
                        : send(page)
                                .emitOn(here)
                                .chain(parked -> sessions.withTransaction(session -> settle(session, page, parked)))
                                .replaceWith(page.size()));
    }

    /**
     * Progress says that results are out, so it waits until the broker has those. In a page they stand before it; where one of them
     * can never be sent, the progress is left to the next page, which knows.
     *
     * @return what can never be sent, by id, with the reason
     */
    private Uni<Map<Long, String>> send(List<Waiting> page) {
        return sendAll(page.stream().filter(waiting -> !isProgress(waiting)).toList())
                .chain(parked -> parked.isEmpty()
                        ? sendAll(page.stream().filter(Relay::isProgress).toList())
                        : Uni.createFrom().item(parked));
    }

    private Uni<Map<Long, String>> sendAll(List<Waiting> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        Map<Long, String> parked = new ConcurrentSkipListMap<>();
        List<Uni<Void>> sends = messages.stream()
                .map(waiting -> emitter.sendMessage(toMessage(waiting.message()))
                        .onFailure(Relay::isForEver)
                        .recoverWithUni(failure -> {
                            parked.put(waiting.id(), failure.getClass().getSimpleName());
                            return Uni.createFrom().voidItem();
                        }))
                .toList();
        return Uni.join().all(sends).andFailFast().replaceWith(parked);
    }

    private Uni<Void> settle(Session session, List<Waiting> page, Map<Long, String> parked) {
        if (parked.isEmpty()) {
            return repository.delete(session, page);
        }
        parked.forEach((id, reason) -> LOG.errorf("Message %d of the outbox is parked: %s", id, reason));
        return repository
                .delete(
                        session,
                        page.stream()
                                .filter(waiting -> !isProgress(waiting) && !parked.containsKey(waiting.id()))
                                .toList())
                .chain(() -> repository.park(session, parked));
    }

    private static boolean isProgress(Waiting waiting) {
        return waiting.message().topic().equals(PROGRESS);
    }

    /** Whether it is the message that is at fault, and not the broker. */
    private static boolean isForEver(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof InvalidTopicException
                || failure instanceof InvalidRecordException
                || failure instanceof SerializationException;
    }

    private org.eclipse.microprofile.reactive.messaging.Message<byte[]> toMessage(Message message) {
        RecordHeaders headers = new RecordHeaders();
        header(headers, "ce_specversion", "1.0");
        header(headers, "ce_id", UUID.randomUUID().toString());
        header(headers, "ce_source", "/rules");
        header(headers, "ce_type", "se.nollan." + message.type() + ".v1");
        header(
                headers,
                "ce_time",
                clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        header(headers, "ce_dataschema", "urn:nollan:schema:" + message.type() + ":1");
        header(headers, "content-type", "application/json");
        OutgoingKafkaRecordMetadata<String> kafka = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(message.topic())
                .withKey(message.key())
                .withHeaders(headers)
                .build();
        return org.eclipse.microprofile.reactive.messaging.Message.of(
                message.body().getBytes(StandardCharsets.UTF_8), Metadata.of(kafka));
    }

    private static void header(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
