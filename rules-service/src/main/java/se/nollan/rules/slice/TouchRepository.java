package se.nollan.rules.slice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.queue.QueueRepository;
import se.nollan.rules.queue.UnitDay;

/** Which unit-days slices touch (decisions/0002). */
@ApplicationScoped
class TouchRepository {

    /**
     * What a stored slice touches by the register in force.
     *
     * @param sliceId id of its head
     * @param roots families of units, each named by the unit at the top
     */
    record Touching(long sliceId, LocalDate day, Set<String> roots) {}

    private final QueueRepository queue;

    TouchRepository(QueueRepository queue) {
        this.queue = queue;
    }

    /**
     * Says anew what slices touch, and marks the unit-days that they touched until now and those they touch from now on.
     *
     * <p>The marks come first: who holds a unit-day in the queue may write its touches, and nobody else.
     *
     * @param reEvaluation what asks for it; null: something came
     * @return how many unit-days are marked
     */
    Uni<Integer> rewrite(Session session, List<Touching> slices, @Nullable Long reEvaluation) {
        if (slices.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        Long[] ids = slices.stream().map(Touching::sliceId).toArray(Long[]::new);
        SortedSet<UnitDay> touched = new TreeSet<>();
        slices.forEach(slice -> slice.roots().forEach(root -> touched.add(new UnitDay(root, slice.day()))));
        return before(session, ids)
                .invoke(touched::addAll)
                .chain(() -> queue.mark(session, touched, reEvaluation))
                .call(() ->
                        session.createNativeQuery("""
                                update touch set current = false, evaluated = false
                                where slice_id = any(cast(:ids as bigint[]))
                                """).setParameter("ids", ids).executeUpdate())
                .call(() -> add(session, slices));
    }

    private static Uni<Collection<UnitDay>> before(Session session, Long[] sliceIds) {
        return session.createNativeQuery("""
                        select distinct root, day from touch
                        where slice_id = any(cast(:ids as bigint[])) and current
                        """, Tuple.class)
                .setParameter("ids", sliceIds)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new UnitDay(row.get("root", String.class), row.get("day", LocalDate.class)))
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
