package se.nollan.ingest.slice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import se.nollan.ingest.outbox.Message;

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

    /** Takes the lock of the provider's sources until the transaction ends. */
    public Uni<Void> lock(Session session, int source) {
        return session.createNativeQuery(SourceSql.LOCK, Integer.class)
                .setParameter("source", source)
                .getResultList()
                .replaceWithVoid();
    }

    /** A line or unit with too many contacts on a day. */
    public record Crowded(String what, LocalDate day, long contacts) {}

    /**
     * Where a staged submission has more contacts of a day than can be carried on: the worst few.
     *
     * @param ofLine most of a line and day
     * @param ofUnit most of a unit and day
     */
    public Uni<List<Crowded>> crowded(Session session, UUID submission, long ofLine, long ofUnit) {
        return session.createNativeQuery(SourceSql.CROWDED, Object[].class)
                .setParameter("submission", submission)
                .setParameter("ofLine", ofLine)
                .setParameter("ofUnit", ofUnit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Crowded((String) row[0], (LocalDate) row[1], ((Number) row[2]).longValue()))
                        .toList());
    }

    /** A slice of another system of the same provider that stands with contacts. */
    public record Standing(int source, String system, String line, LocalDate day) {}

    /** What other systems say of what a staged submission covers. */
    public Uni<List<Standing>> standingOthers(Session session, UUID submission, int source) {
        return session.createNativeQuery(SourceSql.STANDING_OTHERS, Object[].class)
                .setParameter("submission", submission)
                .setParameter("source", source)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Standing(
                                ((Number) row[0]).intValue(), (String) row[1], (String) row[2], (LocalDate) row[3]))
                        .toList());
    }

    /** Ends what another system says of what a submission, which is in place already, covers. */
    public Uni<Void> endOther(Session session, UUID submission, int other) {
        return run(session, SourceSql.END_OTHERS, submission, other)
                .call(() -> run(session, SliceSql.CLEAR, submission, other))
                .call(() -> revise(session, submission, other));
    }

    /**
     * Rows that a submission which was received later speaks for are taken out of the staging.
     *
     * @param count how many
     * @param rows JSON array of the first of them: line of the body, id
     */
    public record Yielded(long count, String rows) {}

    /** Lets what was received later stand. */
    public Uni<Yielded> yieldToLater(Session session, UUID submission, int source, int listed) {
        return session.createNativeQuery(SourceSql.YIELD_ROWS, Object[].class)
                .setParameter("submission", submission)
                .setParameter("source", source)
                .setParameter("listed", listed)
                .getSingleResult()
                .map(row -> new Yielded(((Number) row[0]).longValue(), (String) row[1]))
                .call(() -> run(session, SourceSql.YIELD_LINES, submission, null));
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

    /** The sources of whose slices a submission has spoken. */
    public Uni<List<Integer>> sources(Session session, UUID submission) {
        return session.createNativeQuery(
                        "select distinct source from submission_slice where submission = :submission", Integer.class)
                .setParameter("submission", submission)
                .getResultList();
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
                        SliceSql.UNIT_DAYS + " where r.submission = :submission" + SliceSql.BY_UNIT_DAY, Object[].class)
                .setParameter("submission", submission)
                .getResultList()
                .map(SliceRepository::toMessages);
    }

    /** The messages that carry everything that stands in a period again. */
    public Uni<List<Message>> messages(Session session, LocalDate from, LocalDate to) {
        return session.createNativeQuery(
                        SliceSql.UNIT_DAYS + " where h.day between :from and :to" + SliceSql.BY_UNIT_DAY,
                        Object[].class)
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

    private static Uni<Void> run(
            Session session, String sql, UUID submission, @org.jspecify.annotations.Nullable Integer source) {
        var statement = session.createNativeQuery(sql).setParameter("submission", submission);
        return (source == null ? statement : statement.setParameter("source", source))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static List<Message> toMessages(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new SliceReference(UUID.fromString((String) row[0]), (LocalDate) row[2], (String) row[1])
                        .message(((Number) row[3]).longValue()))
                .toList();
    }
}
