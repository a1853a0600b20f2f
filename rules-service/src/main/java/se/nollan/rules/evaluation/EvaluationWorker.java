package se.nollan.rules.evaluation;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;
import se.nollan.base.messaging.Retry;
import se.nollan.base.messaging.SerialWork;
import se.nollan.rules.queue.QueueRepository;
import se.nollan.rules.queue.QueueSignal;

/** Empties the queue, on two event loops (each listener has its own); other replicas do the same beside it. */
@ApplicationScoped
class EvaluationWorker {

    private static final Logger LOG = Logger.getLogger(EvaluationWorker.class);

    /** Several unit-days in one transaction save round trips; few enough that whoever marks one does not wait long. */
    private static final int TOGETHER = 16;

    private final SerialWork one = new SerialWork("Evaluation", this::empty);
    private final SerialWork other = new SerialWork("Evaluation", this::empty);
    private final SessionFactory sessions;
    private final EvaluationRound evaluationRound;
    private final QueueRepository queue;

    EvaluationWorker(SessionFactory sessions, EvaluationRound evaluationRound, QueueRepository queue) {
        this.sessions = sessions;
        this.evaluationRound = evaluationRound;
        this.queue = queue;
    }

    @ConsumeEvent(QueueSignal.SET)
    Uni<Void> marked(String nothing) {
        return one.take();
    }

    @ConsumeEvent(QueueSignal.SET)
    Uni<Void> markedToo(String nothing) {
        return other.take();
    }

    /** For what another replica marked, and for what stayed. */
    @Scheduled(
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> poll() {
        return one.take();
    }

    private Uni<Void> empty() {
        AtomicInteger together = new AtomicInteger(TOGETHER);
        return SerialWork.repeat(() -> evaluationRound
                .go(together.getAndSet(TOGETHER))
                .map(taken -> !taken.isEmpty())
                .onFailure()
                .recoverWithUni(failure -> failed(failure, together)));
    }

    /** A failure that stays is one unit-day's: the next round takes one alone, and parks it if it is the one. Whether to go on. */
    private Uni<Boolean> failed(Throwable failure, AtomicInteger together) {
        Throwable cause = failure instanceof EvaluationRound.Failed failed ? failed.getCause() : failure;
        LOG.warnf("A round of evaluation failed: %s", cause.getClass().getName());
        if (Retry.passes(cause) || !(failure instanceof EvaluationRound.Failed failed)) {
            return Uni.createFrom().item(false);
        }
        if (failed.taken().size() > 1) {
            together.set(1);
            return Uni.createFrom().item(true);
        }
        return sessions.withTransaction(session -> queue.park(
                        session, failed.taken().get(0), cause.getClass().getSimpleName()))
                .replaceWith(true);
    }
}
