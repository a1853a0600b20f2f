package se.nollan.rules.queue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Paging;

/** How much waits. */
@ApplicationScoped
class Backlog {

    /** Unit-days and groups of contacts that wait, of those in the background separately; each oldest is null when none does. */
    record Counts(
            long dirty,
            @Nullable Instant oldest,
            long background,
            long parked,
            long groups,
            long refusedGroups,
            @Nullable Instant oldestGroup) {}

    Uni<Counts> counts(Session session) {
        return session.createNativeQuery("""
                        select (select count(*) from dirty where parked_at is null and not background) as dirty,
                               (select min(since) from dirty where parked_at is null and not background) as oldest,
                               (select count(*) from dirty where parked_at is null and background) as background,
                               (select count(*) from dirty where parked_at is not null) as parked,
                               (select count(distinct group_id) from waiting_part) as groups,
                               (select count(*) from refused_group) as refused_groups,
                               (select min(received_at) from waiting_part) as oldest_group
                        """, Tuple.class)
                .getSingleResult()
                .map(row -> new Counts(
                        row.get("dirty", Long.class),
                        instant(row.get("oldest")),
                        row.get("background", Long.class),
                        row.get("parked", Long.class),
                        row.get("groups", Long.class),
                        row.get("refused_groups", Long.class),
                        instant(row.get("oldest_group"))));
    }

    /** Unit-days that could not be evaluated, the newest first. */
    Uni<List<QueueResource.Parked>> parked(Session session, Paging paging) {
        return session.createNativeQuery("""
                        select root, day, parked_at, reason from dirty where parked_at is not null
                        order by parked_at desc, root, day limit :limit offset :offset
                        """, Tuple.class)
                .setParameter("limit", paging.limit())
                .setParameter("offset", paging.offset())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new QueueResource.Parked(
                                row.get("root", String.class),
                                row.get("day", LocalDate.class),
                                row.get("parked_at", OffsetDateTime.class).toInstant(),
                                row.get("reason", String.class)))
                        .toList());
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        return value == null ? null : ((OffsetDateTime) value).toInstant();
    }
}
