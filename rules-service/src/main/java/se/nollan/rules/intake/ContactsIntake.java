package se.nollan.rules.intake;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.quarkus.vertx.ConsumeEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;
import se.nollan.base.messaging.SerialWork;
import se.nollan.base.messaging.Workers;
import se.nollan.rules.queue.QueueSignal;
import se.nollan.rules.register.RegisterRepository;
import se.nollan.rules.register.RegisterVersion;
import se.nollan.rules.slice.Seal;
import se.nollan.rules.slice.SealRepository;
import se.nollan.rules.slice.Slice;
import se.nollan.rules.slice.SliceRepository;

/** Takes messages of contacts into the database: at once where they are whole and their register version is here, else later. */
@ApplicationScoped
class ContactsIntake {

    private static final Logger LOG = Logger.getLogger(ContactsIntake.class);

    /** Of the groups applied in one transaction: a group may have many parts of a megabyte. */
    private static final long BYTES_TOGETHER = 16_000_000;

    private final SerialWork serialWork =
            new SerialWork("What waits for parts or a register version", this::applyWaiting);
    private final SessionFactory sessions;
    private final RegisterRepository registers;
    private final SealRepository seals;
    private final SliceRepository slices;
    private final WaitingRepository waiting;
    private final RefusedGroupRepository refusedGroups;
    private final QueueSignal queueSignal;
    private final Clock clock;

    ContactsIntake(
            SessionFactory sessions,
            RegisterRepository registers,
            SealRepository seals,
            SliceRepository slices,
            WaitingRepository waiting,
            RefusedGroupRepository refusedGroups,
            QueueSignal queueSignal,
            Clock clock) {
        this.sessions = sessions;
        this.registers = registers;
        this.seals = seals;
        this.slices = slices;
        this.waiting = waiting;
        this.refusedGroups = refusedGroups;
        this.queueSignal = queueSignal;
        this.clock = clock;
    }

    /** Takes in several messages in one transaction. */
    Uni<Void> take(List<ContactsMessage> messages) {
        return inTransaction((session, register, seal) -> {
            List<Slice> now = new ArrayList<>();
            List<ContactsMessage> later = new ArrayList<>();
            for (ContactsMessage message : messages) {
                if (message.parts() == 1 && message.registerVersion() <= register.version()) {
                    now.addAll(message.whole());
                } else {
                    later.add(message);
                }
            }
            return slices.store(session, now, register, seal).chain(() -> waiting.add(session, later));
        });
    }

    /** Something was stored or a register version came: a group may be whole now. */
    @ConsumeEvent(QueueSignal.SET)
    Uni<Void> stored(String nothing) {
        return serialWork.take();
    }

    /** For what stayed. Two replicas may apply the same: revisions settle it. */
    @Scheduled(
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> poll() {
        return serialWork.take();
    }

    /** Applies groups that have become whole, or whose register version has come. */
    private Uni<Void> applyWaiting() {
        return SerialWork.repeat(() -> sessions.withTransaction(session -> waiting.ready(session, BYTES_TOGETHER)
                        .chain(groups -> groups.isEmpty()
                                ? Uni.createFrom().item(Map.<String, List<byte[]>>of())
                                : waiting.parts(session, groups)))
                .chain(parts -> parts.isEmpty()
                        ? Uni.createFrom().item(false)
                        : apply(parts).replaceWith(true)));
    }

    private Uni<Void> apply(Map<String, List<byte[]>> parts) {
        return Workers.compute(() -> Assembled.of(parts, clock.instant()))
                .chain(assembled -> inTransaction(
                        (session, register, seal) -> slices.store(session, assembled.slices(), register, seal)
                                .chain(() -> refuse(session, assembled.refused()))
                                .chain(() -> waiting.delete(session, parts.keySet()))));
    }

    private Uni<Void> refuse(Session session, List<RefusedGroup> refused) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (RefusedGroup each : refused) {
            LOG.errorf("A group of contacts cannot be taken in: %s", each.reason());
            done = done.chain(() -> refusedGroups.add(session, each));
        }
        return done;
    }

    private interface Work {
        Uni<Void> apply(Session session, RegisterVersion register, Seal seal);
    }

    /**
     * The register and the seal stay as they are until the transaction ends: else a slice could be placed by a version that is no more, or
     * the body of one be stored behind the seal.
     */
    private Uni<Void> inTransaction(Work work) {
        return sessions.withTransaction(session -> registers
                        .hold(session)
                        .chain(() -> registers.newest(session))
                        .chain(register -> seals.hold(session).chain(seal -> work.apply(session, register, seal))))
                .invoke(queueSignal::announce);
    }
}
