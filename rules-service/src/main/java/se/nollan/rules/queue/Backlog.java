package se.nollan.rules.queue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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
                        select (select count(*) from dirty where parked_at is null and not background),
                               (select min(since) from dirty where parked_at is null and not background),
                               (select count(*) from dirty where parked_at is null and background),
                               (select count(*) from dirty where parked_at is not null),
                               (select count(distinct group_id) from waiting_part),
                               (select count(*) from refused_group),
                               (select min(received_at) from waiting_part)
                        """, Object[].class)
                .getSingleResult()
                .map(row -> new Counts(
                        (Long) row[0],
                        instant(row[1]),
                        (Long) row[2],
                        (Long) row[3],
                        (Long) row[4],
                        (Long) row[5],
                        instant(row[6])));
    }

    /** Unit-days that could not be evaluated, the newest first. */
    Uni<List<QueueResource.Parked>> parked(Session session, Paging paging) {
        return session.createNativeQuery("""
                        select root, day, parked_at, reason from dirty where parked_at is not null
                        order by parked_at desc, root, day limit :limit offset :offset
                        """, Object[].class)
                .setParameter("limit", paging.limit())
                .setParameter("offset", paging.offset())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new QueueResource.Parked(
                                (String) row[0], (LocalDate) row[1], ((OffsetDateTime) row[2]).toInstant(), (String)
                                        row[3]))
                        .toList());
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        return value == null ? null : ((OffsetDateTime) value).toInstant();
    }
}
