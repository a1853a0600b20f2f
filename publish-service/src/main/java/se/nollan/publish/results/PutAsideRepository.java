package se.nollan.publish.results;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** Results that lie in dead-letters, until one is taken in for the same unit, day and channel. */
@ApplicationScoped
public class PutAsideRepository {

    private final Clock clock;

    PutAsideRepository(Clock clock) {
        this.clock = clock;
    }

    Uni<Void> note(Session session, PutAside result) {
        return session.createNativeQuery("""
                        insert into result_put_aside (unit, day, channel, reason, put_aside_at)
                        values (:unit, :day, :channel, :reason, :at)
                        on conflict (unit, day, channel) do update
                        set reason = excluded.reason, put_aside_at = excluded.put_aside_at
                        """)
                .setParameter("unit", result.unit())
                .setParameter("day", result.day())
                .setParameter("channel", result.channel())
                .setParameter("reason", result.reason())
                .setParameter("at", clock.instant())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Those of a month, of units that have ever been in the region or that no register knows. */
    public Uni<List<PutAside>> month(Session session, YearMonth month, String region, boolean nation) {
        return session.createNativeQuery("""
                        select p.unit, p.day, p.channel, p.reason from result_put_aside p
                        where p.day between :first and :last
                          and (:nation or not exists (select from unit_region u where u.unit = p.unit)
                            or exists (select from unit_region u where u.unit = p.unit and u.region = :region))
                        order by p.unit, p.day, p.channel
                        """, Tuple.class)
                .setParameter("first", month.atDay(1))
                .setParameter("last", month.atEndOfMonth())
                .setParameter("nation", nation)
                .setParameter("region", region)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new PutAside(
                                row.get("unit", String.class),
                                row.get("day", LocalDate.class),
                                row.get("channel", String.class),
                                row.get("reason", String.class)))
                        .toList());
    }
}
