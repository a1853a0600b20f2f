package se.nollan.rules.queue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;

/** What was told last of what is evaluated again, and what there is to tell. */
@ApplicationScoped
class ToldReEvaluations {

    /**
     * A period that is evaluated again.
     *
     * @param regions whose figures may change; null: any
     */
    record AtWork(
            String reason,
            LocalDate from,
            LocalDate to,
            @Nullable List<String> regions) {}

    /**
     * What is not finished; what is, but has unit-days that cannot be evaluated; and all that stands, while it has not been held against
     * the rules that were announced last.
     */
    Uni<List<AtWork>> atWork(Session session, String newestRules) {
        return session.createNativeQuery("""
                        select reason, first_day, last_day, array_to_string(regions, ' ') as regions
                        from re_evaluation where finished_at is null
                        union all
                        select r.reason, min(d.day), max(d.day), array_to_string(r.regions, ' ')
                        from re_evaluation r join dirty d on d.re_evaluation = r.id
                        where r.finished_at is not null and d.parked_at is not null group by r.id
                        union all
                        select 'rules', min(day), max(day), null
                        from result_head
                        where day >= (select days_before from seal)
                          and exists (select from reviewed_rules where rules <> cast(:newest as text))
                        having count(*) > 0
                        order by 1, 2, 3, 4
                        """, Tuple.class)
                .setParameter("newest", newestRules)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new AtWork(
                                row.get("reason", String.class),
                                row.get("first_day", LocalDate.class),
                                row.get("last_day", LocalDate.class),
                                regions(row.get("regions", String.class))))
                        .toList());
    }

    private static @Nullable List<String> regions(@Nullable String joined) {
        return joined == null || joined.isEmpty() ? null : List.of(joined.split(" "));
    }

    /** The newest version of the register that has come; 0: none. */
    Uni<Long> registerVersion(Session session) {
        return session.createNativeQuery("select coalesce(max(version), 0) from register_version", Long.class)
                .getSingleResult();
    }

    /** What was told last; empty: nothing yet. */
    Uni<String> last(Session session) {
        return session.createNativeQuery("select body from told_re_evaluations", String.class)
                .getSingleResult();
    }

    /** Has all of it told again, though nothing is new: somebody may have lost what was. */
    Uni<Void> forget(Session session) {
        return session.createNativeQuery("update told_re_evaluations set body = ''")
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Notes what is told; the revision that it is told by, which grows even where this database is restored from an older one. */
    Uni<Long> become(Session session, String body) {
        return session.createNativeQuery("""
                        update told_re_evaluations set body = :body,
                          revision = greatest(revision + 1, cast(extract(epoch from clock_timestamp()) * 1000 as bigint))
                        returning revision
                        """, Long.class)
                .setParameter("body", body)
                .getSingleResult();
    }
}
