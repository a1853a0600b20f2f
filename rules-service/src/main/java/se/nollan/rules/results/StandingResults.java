package se.nollan.rules.results;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
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
                               cast(body ->> 'registerVersion' as bigint) as register_version, cast(body ->> 'contactsIn' as bigint) as contacts_in,
                               cast(body ->> 'hits' as bigint) as hits, cast(body ->> 'counted' as bigint) as counted
                        from (
                          select h.day, h.channel, h.revision, h.hash, cast(r.body as json) as body
                          from result_head h join result r using (unit, day, channel, revision)
                          where h.unit = :unit and h.day between :from and :to
                        ) as standing
                        order by day, channel desc
                        """, Tuple.class)
                .setParameter("unit", unit)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .map(rows -> rows.stream().map(StandingResults::result).toList());
    }

    private static StandingResult result(Tuple row) {
        return new StandingResult(
                row.get("day", LocalDate.class),
                row.get("channel", String.class),
                row.get("revision", Long.class),
                row.get("hash", String.class),
                row.get("register_version", Long.class),
                row.get("contacts_in", Long.class),
                row.get("hits", Long.class),
                row.get("counted", Long.class));
    }
}
