package se.nollan.rules.slice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import se.nollan.rules.queue.QueueRepository;
import se.nollan.rules.queue.UnitDay;

/** The slices that touch unit-days, and how far they are evaluated. */
@ApplicationScoped
public class TouchedSlices {

    /** Apart from other locks of this service. */
    private static final int PROGRESS_LOCK = 7_402;

    /** Slices that touch the unit-days, or did until now, in the order of their keys. */
    public Uni<List<TouchedSlice>> load(Session session, Collection<UnitDay> unitDays) {
        return QueueRepository.withUnitDays(session.createNativeQuery("""
                        select t.root, t.day, h.id, h.provider, h.system, h.line, h.revision, t.current, s.contacts,
                               case when t.current then s.body end as body
                        from unnest(cast(:roots as text[]), cast(:days as date[])) as d(root, day)
                        join touch t using (root, day)
                        join slice_head h on h.id = t.slice_id
                        join slice s on s.slice_id = h.id and s.revision = h.revision
                        order by t.root, t.day, h.line, h.system, h.provider
                        """, Tuple.class), unitDays)
                .getResultList()
                .map(rows -> rows.stream().map(TouchedSlices::slice).toList());
    }

    /** How many contacts the slices that touch the unit-days hold; a unit-day that none touches is not there. */
    public Uni<Map<UnitDay, Long>> contacts(Session session, Collection<UnitDay> unitDays) {
        return QueueRepository.withUnitDays(session.createNativeQuery("""
                        select t.root, t.day, sum(s.contacts) as contacts
                        from unnest(cast(:roots as text[]), cast(:days as date[])) as d(root, day)
                        join touch t using (root, day)
                        join slice_head h on h.id = t.slice_id
                        join slice s on s.slice_id = h.id and s.revision = h.revision
                        where t.current
                        group by t.root, t.day
                        """, Tuple.class), unitDays)
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(
                                row -> new UnitDay(row.get("root", String.class), row.get("day", LocalDate.class)),
                                row -> row.get("contacts", Number.class).longValue())));
    }

    private static TouchedSlice slice(Tuple row) {
        LocalDate day = row.get("day", LocalDate.class);
        return new TouchedSlice(
                new UnitDay(row.get("root", String.class), day),
                row.get("id", Long.class),
                new SliceKey(
                        row.get("provider", String.class),
                        row.get("system", String.class),
                        row.get("line", String.class),
                        day),
                row.get("revision", Long.class),
                row.get("current", Boolean.class),
                row.get("contacts", Integer.class),
                (byte[]) Objects.requireNonNullElse(row.get("body"), new byte[0]));
    }

    /**
     * Notes that the slices are evaluated in these unit-days.
     *
     * @return ids of those that now are evaluated in every unit-day that they touch, and were not before or are asked for again: whoever
     *     lost what was told is told once more
     */
    public Uni<Set<Long>> evaluated(Session session, Collection<UnitDay> unitDays, Collection<TouchedSlice> slices) {
        if (slices.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        Long[] ids = slices.stream().map(TouchedSlice::id).distinct().toArray(Long[]::new);
        Set<Long> changed = new HashSet<>();
        return lockShared(session, ids)
                .chain(() -> QueueRepository.withUnitDays(session.createNativeQuery("""
                                delete from touch t using unnest(cast(:roots as text[]), cast(:days as date[])) as d(root, day)
                                where t.root = d.root and t.day = d.day and not t.current
                                returning t.slice_id
                                """, Long.class), unitDays)
                        .getResultList())
                .invoke(changed::addAll)
                .chain(() -> QueueRepository.withUnitDays(session.createNativeQuery("""
                                update touch t set evaluated = true
                                from unnest(cast(:roots as text[]), cast(:days as date[])) as d(root, day)
                                where t.root = d.root and t.day = d.day
                                  and (not t.evaluated or exists (select from dirty q
                                    where q.root = t.root and q.day = t.day and q.re_evaluation is not null))
                                returning t.slice_id
                                """, Long.class), unitDays)
                        .getResultList())
                .invoke(changed::addAll)
                .chain(() -> session.createNativeQuery("""
                                select slice_id from touch where slice_id = any(cast(:ids as bigint[]))
                                group by slice_id having bool_and(evaluated)
                                """, Long.class)
                        .setParameter("ids", changed.toArray(Long[]::new))
                        .getResultList())
                .map(HashSet::new);
    }

    /** Two workers that finish two unit-days of one slice at once would each see the other's as not evaluated: one at a time. */
    private Uni<Void> lockShared(Session session, Long[] sliceIds) {
        return session.createNativeQuery("""
                        select pg_advisory_xact_lock(:space, cast(slice_id % 2147483647 as int)) from (
                          select slice_id from touch where slice_id = any(cast(:ids as bigint[]))
                          group by slice_id having count(*) > 1 order by slice_id
                        ) as shared
                        """, Object.class)
                .setParameter("space", PROGRESS_LOCK)
                .setParameter("ids", sliceIds)
                .getResultList()
                .replaceWithVoid();
    }
}
