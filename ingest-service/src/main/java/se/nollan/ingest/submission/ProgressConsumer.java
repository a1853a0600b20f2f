package se.nollan.ingest.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jspecify.annotations.Nullable;
import se.nollan.base.messaging.Retry;
import se.nollan.base.outbox.Outbox;
import se.nollan.ingest.slice.SliceRepository;

/** Learns from rules-service which slices are in the figures, and with them which submissions. */
@ApplicationScoped
class ProgressConsumer {
    /** What is evaluated again is for who signs. */
    private static final String REEVALUATION = "reevaluation";

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final SessionFactory sessions;
    private final SliceRepository slices;
    private final Announcements announcements;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    ProgressConsumer(
            SessionFactory sessions,
            SliceRepository slices,
            Announcements announcements,
            Outbox outbox,
            ObjectMapper json,
            Clock clock) {
        this.sessions = sessions;
        this.slices = slices;
        this.announcements = announcements;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /** What this service reads of the message. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Progress(List<SliceRevision> slices) {}

    /** A slice revision whose unit-days are all evaluated. */
    @RegisterForReflection
    @JsonIgnoreProperties(ignoreUnknown = true)
    record SliceRevision(String provider, String system, String line, LocalDate date, long revision) {
        SliceRevision {
            if (provider == null || system == null || line == null || date == null || revision < 1) {
                throw new IllegalArgumentException("A slice revision lacks a field");
            }
        }
    }

    private record Read(KafkaRecord<byte[], byte[]> message, List<SliceRevision> slices) {}

    /** Acknowledged after the commit; what cannot be read goes to the dead letters, an outage is waited out. */
    @Incoming("progress")
    Uni<Void> consume(KafkaRecordBatch<byte[], byte[]> batch) {
        var here = MutinyHelper.executor(Vertx.currentContext());
        var read = new ArrayList<Read>();
        var refused = Uni.createFrom().voidItem();
        for (var message : batch.getRecords()) {
            if (REEVALUATION.equals(message.getKey() == null ? null : new String(message.getKey(), UTF_8))) {
                continue;
            }
            try {
                read.add(new Read(message, read(message.getPayload())));
            } catch (IllegalArgumentException unreadable) {
                refused = refused.chain(() -> Uni.createFrom().completionStage(message.nack(unreadable)));
            }
        }
        return refused.chain(() -> store(read, here))
                .chain(() -> Uni.createFrom().completionStage(batch.ack()));
    }

    private Uni<Void> store(List<Read> read, Executor here) {
        if (read.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Uni.createFrom()
                .deferred(() -> store(newest(read)))
                .runSubscriptionOn(here)
                .onFailure(Retry::passes)
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely()
                .onFailure()
                .recoverWithUni(failure -> read.size() > 1
                        ? oneByOne(read, here)
                        : Uni.createFrom().completionStage(read.get(0).message().nack(withheld(failure))));
    }

    /** The reason goes with it to the dead letters, and what a database says of a row may quote it. */
    private static Throwable withheld(Throwable failure) {
        return new IllegalStateException(
                "It could not be stored: " + failure.getClass().getName());
    }

    /** One of them is one that the database does not take: the others are stored without it. */
    private Uni<Void> oneByOne(List<Read> read, Executor here) {
        return Multi.createFrom()
                .iterable(read)
                .onItem()
                .transformToUniAndConcatenate(one -> store(List.of(one), here))
                .collect()
                .last();
    }

    /** Several messages may tell of one slice; one statement must not. */
    private String newest(List<Read> read) {
        var newest = new HashMap<List<Object>, SliceRevision>();
        read.forEach(one -> one.slices()
                .forEach(slice -> newest.merge(
                        List.of(slice.provider(), slice.system(), slice.line(), slice.date()),
                        slice,
                        (a, b) -> a.revision() >= b.revision() ? a : b)));
        try {
            return json.writeValueAsString(newest.values());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Uni<Void> store(String evaluated) {
        return sessions.withTransaction(session -> slices.evaluated(session, evaluated)
                        .chain(() -> evaluate(session, evaluated))
                        .call(ids -> announcements.announce(session, ids)))
                .invoke(ids -> {
                    if (!ids.isEmpty()) {
                        outbox.nudge();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<List<UUID>> evaluate(Session session, String evaluated) {
        return session.createNativeQuery(SubmissionSql.EVALUATE, UUID.class)
                .setParameter("slices", evaluated)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    private List<SliceRevision> read(byte @Nullable [] body) {
        try {
            var progress = json.readValue(body == null ? new byte[0] : body, Progress.class);
            if (progress == null
                    || progress.slices() == null
                    || progress.slices().contains(null)) {
                throw new IllegalArgumentException("A progress message lacks its slices");
            }
            return progress.slices();
        } catch (IOException e) {
            throw new IllegalArgumentException("A progress message cannot be read");
        }
    }
}
