package se.nollan.ingest.outbox;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;
import se.nollan.base.http.Outage;

/**
 * Carries the outbox to the broker: oldest first, waits for the acknowledgements, then deletes. One relay at a time over
 * all replicas, by a lease. A message may be sent twice (a crash between the acknowledgement and the deletion), never
 * not at all.
 */
@ApplicationScoped
public class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    /** Several hundred under way at a time, yet never many more bytes than this in memory. */
    private static final int MESSAGES = 500;

    private static final long BYTES = 16_000_000;

    private final SessionFactory sessions;
    private final OutboxRepository outbox;
    private final Renderer renderer;
    private final KafkaSender sender;
    private final Patience patience;
    private final TopicPatience topics;
    private final String holder = UUID.randomUUID().toString();
    private final AtomicBoolean running = new AtomicBoolean();

    /** Rounds that still send one message each, to find the one that cannot be rendered. */
    private volatile int oneByOne;

    Relay(SessionFactory sessions, OutboxRepository outbox, Renderer renderer, KafkaSender sender, Clock clock) {
        this.sessions = sessions;
        this.outbox = outbox;
        this.renderer = renderer;
        this.sender = sender;
        this.patience = new Patience(clock);
        this.topics = new TopicPatience(clock);
    }

    @ConsumeEvent(Outbox.NUDGE)
    Uni<Void> nudged(String nothing) {
        return drain();
    }

    /** For what another replica wrote, and for what stayed. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> poll() {
        return drain();
    }

    private Uni<Void> drain() {
        if (patience.isWaiting() || !running.compareAndSet(false, true)) {
            return Uni.createFrom().voidItem();
        }
        return sessions.withTransaction(outbox::isAnyWaiting)
                .chain(any -> any ? rounds() : Uni.createFrom().voidItem())
                .onFailure()
                .recoverWithItem(failure -> {
                    stumbled(failure);
                    return null;
                })
                .eventually(() -> running.set(false));
    }

    private Uni<Void> rounds() {
        return Multi.createBy()
                .repeating()
                .uni(this::round)
                .whilst(more -> more)
                .collect()
                .last()
                .chain(() -> sessions.withTransaction(session -> outbox.releaseLease(session, holder)))
                .replaceWithVoid();
    }

    /** Sends one batch; whether to go on. */
    private Uni<Boolean> round() {
        return sessions.withTransaction(session -> outbox.takeLease(session, holder)
                        .chain(held -> held
                                ? outbox.oldest(session, oneByOne > 0 ? 1 : MESSAGES, BYTES, topics.waiting())
                                : Uni.createFrom().item(List.<Waiting>of()))
                        .chain(batch -> renderer.render(session, batch)))
                .chain(bodies -> bodies.isEmpty() ? Uni.createFrom().item(false) : sendIfStillHeld(bodies))
                .onFailure(failure -> failure instanceof Renderer.NotRendered
                        && Outage.of(failure).isEmpty())
                .recoverWithUni(failure -> narrowDown((Renderer.NotRendered) failure));
    }

    /** Rendering took its time: whoever has lost the lease sends nothing. */
    private Uni<Boolean> sendIfStillHeld(Map<Waiting, List<String>> bodies) {
        return sessions.withTransaction(session -> outbox.takeLease(session, holder))
                .chain(held -> held ? send(bodies) : Uni.createFrom().item(false));
    }

    private Uni<Boolean> send(Map<Waiting, List<String>> bodies) {
        // The session wants its own thread back once the broker has answered.
        Executor context = MutinyHelper.executor(Vertx.currentContext());
        return Uni.createFrom()
                .item(() -> sender.send(bodies))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(context)
                .map(outcomes -> Settlement.of(List.copyOf(bodies.keySet()), outcomes))
                .call(settlement -> sessions.withTransaction(session -> outbox.settle(session, settlement)))
                .invoke(settlement -> note(bodies.keySet(), settlement))
                .replaceWith(true);
    }

    /** A topic whose messages stay is left alone for a while; the others go on. */
    private void note(Set<Waiting> batch, Settlement settlement) {
        settlement.parked().forEach((id, reason) -> LOG.errorf("Message %d of the outbox is parked: %s", id, reason));
        Set<String> failed = topicsOf(batch, settlement.again());
        failed.forEach(topic -> {
            if (topics.failed(topic)) {
                LOG.warnf("Kafka does not take messages of %s: they wait in the outbox until it does", topic);
            }
        });
        Set<String> went = topicsOf(batch, settlement.sent());
        went.removeAll(failed);
        went.forEach(topic -> {
            if (topics.succeeded(topic)) {
                LOG.infof("Messages of %s are being sent again", topic);
            }
        });
        oneByOne = Math.max(0, oneByOne - 1);
        patience.succeeded();
    }

    private static Set<String> topicsOf(Set<Waiting> batch, List<Long> ids) {
        Set<Long> wanted = Set.copyOf(ids);
        return batch.stream()
                .filter(waiting -> wanted.contains(waiting.id()))
                .map(waiting -> waiting.message().topic())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Something in the batch cannot be rendered: one by one until it stands alone, then that one is parked. */
    private Uni<Boolean> narrowDown(Renderer.NotRendered failure) {
        if (failure.waiting().size() > 1) {
            oneByOne = MESSAGES;
            return Uni.createFrom().item(true);
        }
        oneByOne = 0;
        LOG.error("A message of the outbox cannot be rendered and is parked", failure);
        Settlement parked = Settlement.parked(failure.waiting(), "cannot be rendered");
        return sessions.withTransaction(session -> outbox.settle(session, parked))
                .replaceWith(true);
    }

    private void stumbled(Throwable failure) {
        if (patience.failed()) {
            LOG.warnf(
                    "The outbox cannot be read and waits: %s",
                    Outage.of(failure).map(what -> what + " does not answer").orElseGet(failure::toString));
        }
    }
}
