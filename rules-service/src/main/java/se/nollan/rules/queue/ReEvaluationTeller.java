package se.nollan.rules.queue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;
import se.nollan.base.outbox.Message;
import se.nollan.base.outbox.Outbox;
import se.nollan.rules.queue.ToldReEvaluations.AtWork;
import se.nollan.rules.ruleset.AnnouncedRules;

/**
 * Tells, whenever it changes, which version of the register the results are made by and which periods are being evaluated again
 * (message {@code reevaluation}): who signs a month waits for that. One replica at a time.
 */
@ApplicationScoped
class ReEvaluationTeller {

    private static final Logger LOG = Logger.getLogger(ReEvaluationTeller.class);

    /** Any number, so long as nothing else of this service takes the same. */
    private static final long LOCK = 7_401_007L;

    private final SessionFactory sessions;
    private final ToldReEvaluations told;
    private final AnnouncedRules announcedRules;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    ReEvaluationTeller(
            SessionFactory sessions,
            ToldReEvaluations told,
            AnnouncedRules announcedRules,
            Outbox outbox,
            ObjectMapper json,
            Clock clock) {
        this.sessions = sessions;
        this.told = told;
        this.announcedRules = announcedRules;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    @Scheduled(
            every = "1s",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> tell() {
        return sessions.withTransaction(session -> session.createNativeQuery(
                                "select pg_try_advisory_xact_lock(:lock)", Boolean.class)
                        .setParameter("lock", LOCK)
                        .getSingleResult()
                        .chain(alone -> alone ? tell(session) : Uni.createFrom().item(false)))
                .invoke(news -> {
                    if (news) {
                        outbox.nudge();
                    }
                })
                .replaceWithVoid()
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "What is evaluated again is told later: %s",
                            failure.getClass().getName());
                    return null;
                });
    }

    /** Whether there was anything to tell. Results that end a re-evaluation were committed, and so queued to be sent, before this reads. */
    private Uni<Boolean> tell(Session session) {
        return announcedRules.newest(session).chain(newest -> told.atWork(
                        session, Objects.requireNonNullElse(newest, ""))
                .chain(atWork -> told.registerVersion(session).chain(version -> {
                    ObjectNode body = body(version, atWork);
                    return told.last(session)
                            .chain(last -> last.equals(body.toString())
                                    ? Uni.createFrom().item(false)
                                    : tell(session, body).replaceWith(true));
                })));
    }

    private Uni<Void> tell(Session session, ObjectNode body) {
        String said = body.toString();
        return told.become(session, said).chain(revision -> {
            body.put("revision", revision);
            body.put("at", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
            return outbox.append(
                    session, List.of(Message.of("progress", "reevaluation", "reevaluation", body.toString())));
        });
    }

    private ObjectNode body(long registerVersion, List<AtWork> atWork) {
        ObjectNode body = json.createObjectNode();
        body.put("registerVersion", registerVersion);
        ArrayNode list = body.putArray("atWork");
        for (AtWork each : atWork) {
            ObjectNode node = list.addObject();
            node.put("reason", each.reason());
            node.put("from", each.from().toString());
            node.put("to", each.to().toString());
            if (each.regions() != null) {
                ArrayNode regions = node.putArray("regions");
                each.regions().forEach(regions::add);
            }
        }
        return body;
    }
}
