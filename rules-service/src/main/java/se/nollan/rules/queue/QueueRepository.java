package se.nollan.rules.queue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.AbstractQuery;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** The queue of unit-days to be evaluated (decisions/0002). */
@ApplicationScoped
public class QueueRepository {

    /**
     * Takes the oldest unit-days that nobody else has, those in the background last. Until the transaction ends whoever marks one of them waits, and then marks it anew:
     * so no change is lost between reading the slices and deleting the mark.
     */
    public Uni<List<UnitDay>> take(Session session, int limit) {
        return session.createNativeQuery("""
                        select root, day from dirty where parked_at is null
                        order by background, since, root, day
                        limit :limit
                        for update skip locked
                        """, Object[].class)
                .setParameter("limit", limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new UnitDay((String) row[0], (LocalDate) row[1]))
                        .toList());
    }

    public Uni<Void> delete(Session session, Collection<UnitDay> done) {
        return withUnitDays(session.createNativeQuery("""
                        delete from dirty using unnest(cast(:roots as text[]), cast(:days as date[])) as d(root, day)
                        where dirty.root = d.root and dirty.day = d.day
                        """), done)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Puts a unit-day aside, so that others go on; the next change of it tries again. */
    public Uni<Void> park(Session session, UnitDay unitDay, String reason) {
        return session.createNativeQuery("""
                        update dirty set parked_at = now(), reason = :reason where root = :root and day = :day
                        """)
                .setParameter("reason", reason)
                .setParameter("root", unitDay.root())
                .setParameter("day", unitDay.day())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Whether the unit-day waits to be evaluated or is parked. */
    Uni<Boolean> holds(Session session, UnitDay unitDay) {
        return session.createNativeQuery("select count(*) from dirty where root = :root and day = :day", Long.class)
                .setParameter("root", unitDay.root())
                .setParameter("day", unitDay.day())
                .getSingleResult()
                .map(count -> count > 0);
    }

    public static <Q extends AbstractQuery> Q withUnitDays(Q query, Collection<UnitDay> unitDays) {
        query.setParameter("roots", unitDays.stream().map(UnitDay::root).toArray(String[]::new));
        query.setParameter("days", unitDays.stream().map(UnitDay::day).toArray(LocalDate[]::new));
        return query;
    }
}
