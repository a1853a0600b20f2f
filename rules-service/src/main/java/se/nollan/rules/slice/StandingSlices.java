package se.nollan.rules.slice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import se.nollan.rules.queue.QueueRepository;
import se.nollan.rules.queue.UnitDay;

/** What unit-days are made of now. */
@ApplicationScoped
public class StandingSlices {

    private final SealRepository seals;

    StandingSlices(SealRepository seals) {
        this.seals = seals;
    }

    /** All statements that follow see the same: slices, results and what waits belong together. To be the first of a transaction. */
    public Uni<Void> oneMoment(Session session) {
        return session.createNativeQuery("set transaction isolation level repeatable read, read only")
                .executeUpdate()
                .replaceWithVoid();
    }

    /** How many contacts the slices that touch any of these unit-days hold, by day. Problem 410 when one of the days is sealed. */
    public Uni<SortedMap<LocalDate, Long>> contactsByDay(Session session, Collection<UnitDay> unitDays) {
        return seals.current(session)
                .invoke(seal -> SealedDay.checkNone(unitDays, seal))
                .chain(() -> count(session, unitDays));
    }

    private static Uni<SortedMap<LocalDate, Long>> count(Session session, Collection<UnitDay> unitDays) {
        return QueueRepository.withUnitDays(session.createNativeQuery("""
                        select h.day, sum(s.contacts) as contacts from slice_head h
                        join slice s on s.slice_id = h.id and s.revision = h.revision
                        where h.id in (
                          select t.slice_id
                          from unnest(cast(:roots as text[]), cast(:days as date[])) as d(root, day)
                          join touch t using (root, day)
                          where t.current
                        )
                        group by h.day
                        """, Tuple.class), unitDays)
                .getResultList()
                .map(rows -> {
                    SortedMap<LocalDate, Long> contacts = new TreeMap<>();
                    rows.forEach(row -> contacts.put(
                            row.get("day", LocalDate.class),
                            row.get("contacts", Number.class).longValue()));
                    return contacts;
                });
    }

    /**
     * The slices that touch any of these unit-days, each once, by day and line. The caller's transaction reads one snapshot. Problem 410
     * when one of the days is sealed.
     */
    public Uni<List<StandingSlice>> load(Session session, Collection<UnitDay> unitDays) {
        return seals.current(session)
                .invoke(seal -> SealedDay.checkNone(unitDays, seal))
                .chain(() -> standing(session, unitDays));
    }

    private static Uni<List<StandingSlice>> standing(Session session, Collection<UnitDay> unitDays) {
        return QueueRepository.withUnitDays(session.createNativeQuery("""
                        select h.provider, h.system, h.line, h.day, h.revision, s.hash, s.contacts, s.body
                        from slice_head h
                        join slice s on s.slice_id = h.id and s.revision = h.revision
                        where h.id in (
                          select t.slice_id
                          from unnest(cast(:roots as text[]), cast(:days as date[])) as d(root, day)
                          join touch t using (root, day)
                          where t.current
                        )
                        order by h.day, h.line, h.system, h.provider
                        """, Tuple.class), unitDays)
                .getResultList()
                .map(rows -> rows.stream().map(StandingSlices::slice).toList());
    }

    /** Those of the unit-days that wait to be evaluated, or are parked: their result does not know yet what has come. */
    public Uni<List<UnitDay>> waiting(Session session, Collection<UnitDay> unitDays) {
        return QueueRepository.withUnitDays(session.createNativeQuery("""
                        select w.root, w.day
                        from unnest(cast(:roots as text[]), cast(:days as date[])) as d(root, day)
                        join dirty w using (root, day)
                        """, Tuple.class), unitDays)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new UnitDay(row.get("root", String.class), row.get("day", LocalDate.class)))
                        .toList());
    }

    private static StandingSlice slice(Tuple row) {
        return new StandingSlice(
                new SliceKey(
                        row.get("provider", String.class),
                        row.get("system", String.class),
                        row.get("line", String.class),
                        row.get("day", LocalDate.class)),
                row.get("revision", Long.class),
                row.get("hash", String.class),
                row.get("contacts", Integer.class),
                row.get("body", byte[].class));
    }
}
