package se.nollan.base.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;
import se.nollan.base.http.Outage;
import se.nollan.base.outbox.Settlement.Outcome;

/**
 * Carries the outbox to the broker: oldest first, waits for the acknowledgements, then deletes. One relay at a time over
 * all replicas, by a lease. A message may be sent twice (a crash between the acknowledgement and the deletion), never
 * not at all.
 */
@IfBuildProperty(name = "nollan.outbox", stringValue = "true")
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
    private final Set<String> last;
    private final Patience patience;
    private final TopicPatience topics;
    private final String holder = UUID.randomUUID().toString();
    private final AtomicBoolean running = new AtomicBoolean();

    /** Rounds that still send one message each, to find the one that cannot be rendered. */
    private volatile int oneByOne;

    Relay(
            SessionFactory sessions,
            OutboxRepository outbox,
            Renderer renderer,
            KafkaSender sender,
            @ConfigProperty(name = "nollan.outbox.last") Optional<Set<String>> last,
            Clock clock) {
        this.last = last.orElse(Set.of());
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
    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
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
                                ? outbox.oldest(session, oneByOne > 0 ? 1 : MESSAGES, BYTES, leftAlone(), last)
                                : Uni.createFrom().item(List.<Waiting>of()))
                        .chain(batch -> renderer.render(session, batch)))
                .chain(bodies -> bodies.isEmpty() ? Uni.createFrom().item(false) : sendIfStillHeld(bodies))
                .onFailure(failure -> failure instanceof Renderer.NotRendered
                        && Outage.of(failure).isEmpty())
                .recoverWithUni(failure -> narrowDown((Renderer.NotRendered) failure));
    }

    /** What is sent last tells of what was sent before: while some of that waits, it does too. */
    private Set<String> leftAlone() {
        Set<String> waiting = topics.waiting();
        if (!waiting.isEmpty()) {
            waiting.addAll(last);
        }
        return waiting;
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
                .item(() -> sendInOrder(bodies))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(context)
                .call(settlement -> sessions.withTransaction(session -> outbox.settle(session, settlement)))
                .invoke(settlement -> note(bodies.keySet(), settlement))
                .replaceWith(true);
    }

    /** What is sent last is left to the next round when the broker has not taken all of the rest: then it is known what becomes of that. */
    private Settlement sendInOrder(Map<Waiting, List<String>> bodies) {
        Map<Waiting, List<String>> first = new LinkedHashMap<>(bodies);
        first.keySet().removeIf(this::isLast);
        Map<Waiting, List<String>> then = new LinkedHashMap<>(bodies);
        then.keySet().removeAll(first.keySet());
        Map<Long, Outcome> outcomes = sender.send(first);
        List<Waiting> sent = new ArrayList<>(first.keySet());
        if (outcomes.values().stream().allMatch(Outcome.Acknowledged.class::isInstance)) {
            outcomes.putAll(sender.send(then));
            sent.addAll(then.keySet());
        }
        return Settlement.of(sent, outcomes);
    }

    private boolean isLast(Waiting waiting) {
        return last.contains(waiting.message().topic());
    }

    private void note(Set<Waiting> batch, Settlement settlement) {
        settlement.parked().forEach((id, reason) -> LOG.errorf("Message %d of the outbox is parked: %s", id, reason));
        topics.note(batch, settlement);
        oneByOne = Math.max(0, oneByOne - 1);
        patience.succeeded();
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
