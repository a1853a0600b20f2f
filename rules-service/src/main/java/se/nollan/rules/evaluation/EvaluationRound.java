package se.nollan.rules.evaluation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;
import se.nollan.base.outbox.Outbox;
import se.nollan.rules.queue.QueueRepository;
import se.nollan.rules.queue.UnitDay;
import se.nollan.rules.register.RegisterRepository;
import se.nollan.rules.register.RegisterVersion;
import se.nollan.rules.results.NewResult;
import se.nollan.rules.results.ResultRepository;
import se.nollan.rules.ruleset.AnnouncedRules;
import se.nollan.rules.slice.LoadedSlice;
import se.nollan.rules.slice.Seal;
import se.nollan.rules.slice.SealRepository;
import se.nollan.rules.slice.TouchedSlice;
import se.nollan.rules.slice.TouchedSlices;

/** Evaluates some unit-days of the queue: results, progress, messages and the queue itself change in one transaction. */
@ApplicationScoped
class EvaluationRound {

    private static final Logger LOG = Logger.getLogger(EvaluationRound.class);

    private final SessionFactory sessions;
    private final AnnouncedRules announcedRules;
    private final SealRepository seals;
    private final QueueRepository queue;
    private final RegisterRepository registers;
    private final TouchedSlices slices;
    private final ResultRepository results;
    private final Evaluator evaluator;
    private final ResultChanges resultChanges;
    private final RoundMessages roundMessages;
    private final Outbox outbox;
    private final Clock clock;

    EvaluationRound(
            SessionFactory sessions,
            AnnouncedRules announcedRules,
            SealRepository seals,
            QueueRepository queue,
            RegisterRepository registers,
            TouchedSlices slices,
            ResultRepository results,
            Evaluator evaluator,
            ResultChanges resultChanges,
            RoundMessages roundMessages,
            Outbox outbox,
            Clock clock) {
        this.sessions = sessions;
        this.announcedRules = announcedRules;
        this.seals = seals;
        this.queue = queue;
        this.registers = registers;
        this.slices = slices;
        this.results = results;
        this.evaluator = evaluator;
        this.resultChanges = resultChanges;
        this.roundMessages = roundMessages;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A round that failed as a whole, and what it had taken. */
    static final class Failed extends RuntimeException {
        private final transient List<UnitDay> taken;

        Failed(List<UnitDay> taken, Throwable cause) {
            super(cause);
            this.taken = taken;
        }

        List<UnitDay> taken() {
            return taken;
        }
    }

    /** What can be written of a round, why some cannot, and what is sealed: of that only progress is told. */
    private record Outcome(Map<UnitDay, EvaluatedUnitDay> done, Map<UnitDay, String> parked, Set<UnitDay> sealed) {

        Set<UnitDay> finished() {
            Set<UnitDay> finished = new TreeSet<>(sealed);
            finished.addAll(done.keySet());
            return finished;
        }
    }

    /** The unit-days that were taken; none when the queue is empty, others have what is in it, or another replica has newer rules. */
    Uni<List<UnitDay>> go(int limit) {
        AtomicReference<List<UnitDay>> taken = new AtomicReference<>(List.of());
        return sessions.withTransaction(session -> announcedRules
                        .holdIfMayEvaluate(session)
                        .chain(may -> may
                                ? evaluateSome(session, limit, taken)
                                : Uni.createFrom().item(List.<UnitDay>of())))
                .invoke(outbox::nudge)
                .onFailure()
                .transform(failure -> taken.get().isEmpty() ? failure : new Failed(taken.get(), failure));
    }

    private Uni<List<UnitDay>> evaluateSome(Session session, int limit, AtomicReference<List<UnitDay>> taken) {
        return seals.hold(session).chain(seal -> take(session, limit)
                .invoke(taken::set)
                .chain(unitDays -> unitDays.isEmpty()
                        ? Uni.createFrom().item(unitDays)
                        : evaluate(session, unitDays, seal).replaceWith(unitDays)));
    }

    private Uni<List<UnitDay>> take(Session session, int limit) {
        return queue.take(session, limit)
                .chain(taken -> taken.size() < 2
                        ? Uni.createFrom().item(taken)
                        : slices.contacts(session, taken).map(contacts -> RoundBudget.fitting(taken, contacts)));
    }

    /** The slices are read after the unit-days are taken, by a statement of its own: it sees all that was marked until then. */
    private Uni<Void> evaluate(Session session, List<UnitDay> unitDays, Seal seal) {
        return registers.newest(session).chain(register -> slices.load(session, unitDays)
                .chain(stored -> {
                    Map<UnitDay, List<TouchedSlice>> byUnitDay = new LinkedHashMap<>();
                    unitDays.forEach(unitDay -> byUnitDay.put(unitDay, new ArrayList<>()));
                    stored.forEach(slice -> byUnitDay.get(slice.touched()).add(slice));
                    return write(session, register, judge(register, byUnitDay, seal), byUnitDay);
                }));
    }

    private Outcome judge(RegisterVersion register, Map<UnitDay, List<TouchedSlice>> byUnitDay, Seal seal) {
        Map<UnitDay, EvaluatedUnitDay> done = new TreeMap<>();
        Map<UnitDay, String> parked = new TreeMap<>();
        Set<UnitDay> sealed = new TreeSet<>();
        byUnitDay.forEach((unitDay, stored) -> {
            if (seal.covers(unitDay.day())) {
                sealed.add(unitDay);
                return;
            }
            try {
                List<LoadedSlice> current = stored.stream()
                        .filter(TouchedSlice::current)
                        .map(TouchedSlice::read)
                        .toList();
                done.put(unitDay, evaluator.evaluate(unitDay, register, current));
            } catch (RuntimeException failure) {
                String reason = reason(failure);
                LOG.errorf("%s on %s cannot be evaluated: %s", unitDay.root(), unitDay.day(), reason);
                parked.put(unitDay, reason);
            }
        });
        return new Outcome(done, parked, sealed);
    }

    /** The rules say in plain words what they cannot do, and quote no contact; of other failures only the kind is told. */
    private static String reason(RuntimeException failure) {
        boolean plain = failure.getClass() == IllegalStateException.class
                || failure.getClass() == IllegalArgumentException.class;
        return plain && failure.getMessage() != null
                ? failure.getMessage()
                : failure.getClass().getSimpleName();
    }

    private Uni<Void> write(
            Session session, RegisterVersion register, Outcome outcome, Map<UnitDay, List<TouchedSlice>> byUnitDay) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Set<UnitDay> done = outcome.done.keySet();
        Set<UnitDay> finished = outcome.finished();
        List<TouchedSlice> evaluated = finished.stream()
                .flatMap(unitDay -> byUnitDay.get(unitDay).stream())
                .toList();
        Uni<Void> written = results.lock(session, done, ResultChanges.keys(outcome.done.values()))
                .chain(standing -> {
                    List<NewResult> news = resultChanges.compare(register, outcome.done, standing, byUnitDay, now);
                    return results.write(session, news, now)
                            .chain(() -> slices.evaluated(session, finished, evaluated))
                            .chain(complete -> outbox.append(
                                    session, roundMessages.of(news, complete, evaluated, register.version(), now)));
                })
                .chain(() -> queue.delete(session, finished));
        for (Map.Entry<UnitDay, String> parked : outcome.parked.entrySet()) {
            written = written.chain(() -> queue.park(session, parked.getKey(), parked.getValue()));
        }
        return written;
    }
}
