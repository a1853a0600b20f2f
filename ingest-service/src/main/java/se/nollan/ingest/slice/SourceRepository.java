package se.nollan.ingest.slice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * Which source answers for a line on a day, before a staged submission is put in place. All methods run in the caller's transaction,
 * which holds the sources' lock.
 */
@ApplicationScoped
public class SourceRepository {

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
        return session.createNativeQuery(SourceSql.CROWDED, Tuple.class)
                .setParameter("submission", submission)
                .setParameter("ofLine", ofLine)
                .setParameter("ofUnit", ofUnit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Crowded(
                                row.get("what", String.class),
                                row.get("day", LocalDate.class),
                                row.get("contacts", Number.class).longValue()))
                        .toList());
    }

    /** A slice of another system of the same provider that stands with contacts. */
    public record Standing(int source, String system, String line, LocalDate day) {}

    /** What other systems say of what a staged submission covers. */
    public Uni<List<Standing>> standingOthers(Session session, UUID submission, int source) {
        return session.createNativeQuery(SourceSql.STANDING_OTHERS, Tuple.class)
                .setParameter("submission", submission)
                .setParameter("source", source)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Standing(
                                row.get("id", Number.class).intValue(),
                                row.get("system", String.class),
                                row.get("line", String.class),
                                row.get("day", LocalDate.class)))
                        .toList());
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
        return session.createNativeQuery(SourceSql.YIELD_ROWS, Tuple.class)
                .setParameter("submission", submission)
                .setParameter("source", source)
                .setParameter("listed", listed)
                .getSingleResult()
                .map(row -> new Yielded(row.get("count", Number.class).longValue(), row.get("listed", String.class)))
                .call(() -> session.createNativeQuery(SourceSql.YIELD_LINES)
                        .setParameter("submission", submission)
                        .executeUpdate());
    }

    /** The sources of whose slices a submission has spoken. */
    public Uni<List<Integer>> ofSubmission(Session session, UUID submission) {
        return session.createNativeQuery(
                        "select distinct source from submission_slice where submission = :submission", Integer.class)
                .setParameter("submission", submission)
                .getResultList();
    }
}
