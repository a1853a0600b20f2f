package se.nollan.ingest.slice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;
import se.nollan.base.outbox.Message;

/**
 * Changes what stands, a whole submission at a time, set-based in the database: a month of a large provider is some thousand
 * revisions of some hundred thousand contacts, and none of them passes through this process. All methods run in the caller's
 * transaction, which holds the source's lock.
 */
@ApplicationScoped
public class SliceRepository {
    private final Clock clock;

    SliceRepository(Clock clock) {
        this.clock = clock;
    }

    /**
     * Tells the planner that much is to be joined. It cannot know the size of a submission or a source that it has never seen,
     * takes it for one row, and would go through all of it once for each row of the other side.
     */
    public Uni<Void> expectMany(Session session) {
        return session.createNativeQuery("select set_config('enable_nestloop', 'off', true)", String.class)
                .getSingleResult()
                .replaceWithVoid();
    }

    /**
     * Puts a staged submission in place: what it covers is replaced whole, contacts that stood elsewhere are moved, and slices
     * whose content changed get a revision.
     *
     * @return contacts that stood in another slice before
     */
    public Uni<Long> replace(Session session, UUID submission, int source) {
        return run(session, SliceSql.KEEP_UNITS, submission, null)
                .chain(() -> session.createNativeQuery(SliceSql.COUNT_MOVED, Long.class)
                        .setParameter("submission", submission)
                        .setParameter("source", source)
                        .getSingleResult())
                .call(() -> run(session, SliceSql.TOUCH, submission, source))
                .call(() -> run(session, SliceSql.REMOVE_GONE, submission, source))
                .call(() -> run(session, SliceSql.PUT, submission, source))
                .call(() -> revise(session, submission, source));
    }

    /**
     * Ends what another source says of what a submission, which is in place already, covers.
     *
     * @param other whose slices end
     */
    public Uni<Void> end(Session session, UUID submission, int other) {
        return run(session, SourceSql.END_OTHERS, submission, other)
                .call(() -> run(session, SliceSql.CLEAR, submission, other))
                .call(() -> revise(session, submission, other));
    }

    /**
     * Takes back what a submission said of a source: each slice that stands by its word alone gets the content that stood before.
     *
     * @return the other submissions whose content stands again
     */
    public Uni<List<UUID>> takeBack(Session session, UUID submission, int source) {
        return expectMany(session)
                .chain(() -> run(session, SliceSql.FORGET_OTHERS, submission, source))
                .call(() -> run(session, SliceSql.CLEAR, submission, source))
                .call(() -> run(session, SliceSql.RESTORE, submission, source))
                .call(() -> run(session, SliceSql.REOPEN, submission, source))
                .call(() -> revise(session, submission, source))
                .chain(() -> session.createNativeQuery(SliceSql.HAND_BACK, UUID.class)
                        .setParameter("submission", submission)
                        .setParameter("source", source)
                        .getResultList())
                .map(List::copyOf);
    }

    /** The messages that carry the revisions a submission has just made, one for each unit-day, in order. */
    public Uni<List<Message>> messages(Session session, UUID submission) {
        return session.createNativeQuery(
                        SliceSql.UNIT_DAYS + " where r.submission = :submission" + SliceSql.BY_UNIT_DAY, Tuple.class)
                .setParameter("submission", submission)
                .getResultList()
                .map(SliceRepository::toMessages);
    }

    /** The messages that carry everything that stands in a period again. */
    public Uni<List<Message>> messages(Session session, LocalDate from, LocalDate to) {
        return session.createNativeQuery(
                        SliceSql.UNIT_DAYS + " where h.day between :from and :to" + SliceSql.BY_UNIT_DAY, Tuple.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .map(SliceRepository::toMessages);
    }

    /**
     * Notes that slice revisions are evaluated.
     *
     * @param slices JSON array of objects with provider, system, line, date and revision
     */
    public Uni<Void> evaluated(Session session, String slices) {
        return session.createNativeQuery(SliceSql.LOCK_SOURCES, Integer.class)
                .setParameter("slices", slices)
                .getResultList()
                .chain(() -> session.createNativeQuery(SliceSql.EVALUATED)
                        .setParameter("slices", slices)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Uni<Void> revise(Session session, UUID submission, int source) {
        return session.createNativeQuery(SliceSql.REVISE)
                .setParameter("submission", submission)
                .setParameter("source", source)
                .setParameter("now", clock.instant())
                .executeUpdate()
                .chain(() -> run(session, SliceSql.NAME_REVISIONS, submission, null))
                .chain(() -> run(session, SliceSql.FORGET_UNSAID, submission, null));
    }

    private static Uni<Void> run(Session session, String sql, UUID submission, @Nullable Integer source) {
        var statement = session.createNativeQuery(sql).setParameter("submission", submission);
        return (source == null ? statement : statement.setParameter("source", source))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static List<Message> toMessages(List<Tuple> rows) {
        return rows.stream()
                .map(row -> new SliceReference(
                                UUID.fromString(row.get("submission", String.class)),
                                row.get("day", LocalDate.class),
                                row.get("unit", String.class))
                        .message(row.get("bytes", Number.class).longValue()))
                .toList();
    }
}
