package se.nollan.rules.queue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.AbstractQuery;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;

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
                        """, Tuple.class)
                .setParameter("limit", limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new UnitDay(row.get("root", String.class), row.get("day", LocalDate.class)))
                        .toList());
    }

    /**
     * Puts unit-days into the queue, and tries parked ones again. What came brings forward what waits in the background. Waits for whoever
     * evaluates one of them now.
     *
     * @param reEvaluation by which it goes into the background; null: something came
     * @return how many
     */
    public Uni<Integer> mark(Session session, Collection<UnitDay> unitDays, @Nullable Long reEvaluation) {
        return withUnitDays(session.createNativeQuery("""
                        insert into dirty (root, day, background, re_evaluation)
                        select root, day, cast(:id as bigint) is not null, cast(:id as bigint)
                        from unnest(cast(:roots as text[]), cast(:days as date[])) as d(root, day)
                        order by root, day
                        on conflict (root, day) do update
                        set parked_at = null, reason = null, background = dirty.background and excluded.background,
                            re_evaluation = coalesce(excluded.re_evaluation, dirty.re_evaluation)
                        """), unitDays)
                .setParameter("id", reEvaluation)
                .executeUpdate();
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

    /** Tries what is parked once more. */
    Uni<Void> unpark(Session session) {
        return session.createNativeQuery("""
                        update dirty set parked_at = null, reason = null where parked_at is not null
                        """).executeUpdate().replaceWithVoid();
    }

    public static <Q extends AbstractQuery> Q withUnitDays(Q query, Collection<UnitDay> unitDays) {
        query.setParameter("roots", unitDays.stream().map(UnitDay::root).toArray(String[]::new));
        query.setParameter("days", unitDays.stream().map(UnitDay::day).toArray(LocalDate[]::new));
        return query;
    }
}
