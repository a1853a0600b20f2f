package se.nollan.rules.results;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** The results that stand of one unit. */
@ApplicationScoped
public class StandingResults {

    /** By day and channel, both days included. */
    public Uni<List<StandingResult>> load(Session session, String unit, LocalDate from, LocalDate to) {
        return session.createNativeQuery("""
                        select day, channel, revision, hash,
                               cast(body ->> 'registerVersion' as bigint), cast(body ->> 'contactsIn' as bigint),
                               cast(body ->> 'hits' as bigint), cast(body ->> 'counted' as bigint)
                        from (
                          select h.day, h.channel, h.revision, h.hash, cast(r.body as json) as body
                          from result_head h join result r using (unit, day, channel, revision)
                          where h.unit = :unit and h.day between :from and :to
                        ) as standing
                        order by day, channel desc
                        """, Object[].class)
                .setParameter("unit", unit)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .map(rows -> rows.stream().map(StandingResults::result).toList());
    }

    private static StandingResult result(Object[] row) {
        return new StandingResult(
                (LocalDate) row[0],
                (String) row[1],
                (Long) row[2],
                (String) row[3],
                (Long) row[4],
                (Long) row[5],
                (Long) row[6],
                (Long) row[7]);
    }
}
