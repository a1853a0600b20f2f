package se.nollan.rules.slice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.queue.UnitDay;

/** Which unit-days slices touch, and the queue of those to be evaluated (decisions/0002). */
@ApplicationScoped
class TouchRepository {

    /**
     * Says anew what slices touch, and marks the unit-days that they touched until now and those they touch from now on.
     *
     * <p>The marks come first: who holds a unit-day in the queue may write its touches, and nobody else.
     */
    Uni<Void> rewrite(Session session, List<Touching> slices) {
        return rewrite(session, slices, touched -> mark(session, touched, null));
    }

    /**
     * The same because of a new version of the register: nothing came, so it waits behind what does, and the operator sees how far it
     * is.
     */
    Uni<Void> rewrite(Session session, List<Touching> slices, long registerVersion) {
        return rewrite(
                session,
                slices,
                touched -> touched.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : reEvaluation(session, touched, registerVersion).chain(id -> mark(session, touched, id)));
    }

    private static Uni<Void> rewrite(
            Session session, List<Touching> slices, Function<SortedSet<UnitDay>, Uni<Void>> mark) {
        if (slices.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Long[] ids = slices.stream().map(Touching::sliceId).toArray(Long[]::new);
        SortedSet<UnitDay> touched = new TreeSet<>();
        slices.forEach(slice -> slice.roots().forEach(root -> touched.add(new UnitDay(root, slice.day()))));
        return before(session, ids)
                .invoke(touched::addAll)
                .chain(() -> mark.apply(touched))
                .chain(() ->
                        session.createNativeQuery("""
                                update touch set current = false, evaluated = false
                                where slice_id = any(cast(:ids as bigint[]))
                                """).setParameter("ids", ids).executeUpdate())
                .chain(() -> add(session, slices));
    }

    /**
     * Puts unit-days into the queue, and tries parked ones again. What came brings forward what waits in the background. Waits for whoever
     * evaluates one of them now.
     *
     * @param reEvaluation by which it goes into the background; null: something came
     */
    private static Uni<Void> mark(Session session, SortedSet<UnitDay> unitDays, @Nullable Long reEvaluation) {
        return session.createNativeQuery("""
                        insert into dirty (root, day, background, re_evaluation)
                        select root, day, cast(:id as bigint) is not null, cast(:id as bigint)
                        from unnest(cast(:roots as text[]), cast(:days as date[])) as d(root, day)
                        on conflict (root, day) do update
                        set parked_at = null, reason = null, background = dirty.background and excluded.background,
                            re_evaluation = coalesce(excluded.re_evaluation, dirty.re_evaluation)
                        """)
                .setParameter("id", reEvaluation)
                .setParameter("roots", unitDays.stream().map(UnitDay::root).toArray(String[]::new))
                .setParameter("days", unitDays.stream().map(UnitDay::day).toArray(LocalDate[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Uni<Long> reEvaluation(Session session, SortedSet<UnitDay> touched, long registerVersion) {
        TreeSet<LocalDate> days = touched.stream().map(UnitDay::day).collect(Collectors.toCollection(TreeSet::new));
        return session.createNativeQuery("""
                        insert into re_evaluation (reason, first_day, last_day, asked_by, asked_at, unit_days, marked, next_day)
                        values ('register', :first, :last, :by, now(), :unitDays, :unitDays, :next)
                        returning id
                        """, Long.class)
                .setParameter("first", days.first())
                .setParameter("last", days.last())
                .setParameter("by", "register version " + registerVersion)
                .setParameter("unitDays", (long) touched.size())
                .setParameter("next", days.last().plusDays(1))
                .getSingleResult();
    }

    private static Uni<Collection<UnitDay>> before(Session session, Long[] sliceIds) {
        return session.createNativeQuery("""
                        select distinct root, day from touch
                        where slice_id = any(cast(:ids as bigint[])) and current
                        """, Object[].class)
                .setParameter("ids", sliceIds)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new UnitDay((String) row[0], (LocalDate) row[1]))
                        .toList());
    }

    private static Uni<Void> add(Session session, List<Touching> slices) {
        String[] roots =
                slices.stream().flatMap(slice -> slice.roots().stream()).toArray(String[]::new);
        LocalDate[] days = slices.stream()
                .flatMap(slice -> slice.roots().stream().map(root -> slice.day()))
                .toArray(LocalDate[]::new);
        Long[] ids = slices.stream()
                .flatMap(slice -> slice.roots().stream().map(root -> slice.sliceId()))
                .toArray(Long[]::new);
        return session.createNativeQuery("""
                        insert into touch (root, day, slice_id, current)
                        select root, day, slice_id, true
                        from unnest(cast(:roots as text[]), cast(:days as date[]), cast(:ids as bigint[]))
                          as t(root, day, slice_id)
                        on conflict (root, day, slice_id) do update set current = true, evaluated = false
                        """)
                .setParameter("roots", roots)
                .setParameter("days", days)
                .setParameter("ids", ids)
                .executeUpdate()
                .replaceWithVoid();
    }
}
