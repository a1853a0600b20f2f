package se.nollan.base.outbox;

import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** The tables {@code outbox} and {@code lease}. */
@IfBuildProperty(name = "nollan.outbox", stringValue = "true")
@ApplicationScoped
class OutboxRepository {

    private static final String RELAY = "relay";

    Uni<Boolean> isAnyWaiting(Session session) {
        return session.createNativeQuery("select exists (select 1 from outbox where parked_at is null)", Boolean.class)
                .getSingleResult();
    }

    /** Takes or renews the right to send, for twenty seconds by the database's clock: as long as a batch can take to be sent. */
    Uni<Boolean> takeLease(Session session, String holder) {
        return session.createNativeQuery("""
                        insert into lease (name, holder, held_until)
                        values (:name, :holder, now() + interval '20 seconds')
                        on conflict (name) do update set holder = excluded.holder, held_until = excluded.held_until
                        where lease.holder = excluded.holder or lease.held_until < now()
                        """)
                .setParameter("name", RELAY)
                .setParameter("holder", holder)
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    Uni<Integer> releaseLease(Session session, String holder) {
        return session.createNativeQuery("delete from lease where name = :name and holder = :holder")
                .setParameter("name", RELAY)
                .setParameter("holder", holder)
                .executeUpdate();
    }

    /**
     * The oldest messages, as many as make up the given number or size, at least one; in the order of their ids. A message of a topic
     * that is sent last is left while one that was written in the same transaction, and so at the same time, is parked.
     *
     * @param without topics that are left alone
     * @param last topics that are sent last
     */
    Uni<List<Waiting>> oldest(Session session, int messages, long bytes, Set<String> without, Set<String> last) {
        return session.createNativeQuery("""
                        select id, topic, key, type, body, reference, bytes from (
                          select o.*, sum(bytes) over (order by id) - bytes as before
                          from (select * from outbox m where parked_at is null
                                  and not topic = any(string_to_array(:without, ','))
                                  and not (topic = any(string_to_array(:last, ','))
                                    and exists (select from outbox p where p.parked_at is not null and p.created_at = m.created_at))
                                order by id limit :messages) o) w
                        where before < :bytes
                        order by id
                        """, Object[].class)
                .setParameter("messages", messages)
                .setParameter("without", String.join(",", without))
                .setParameter("last", String.join(",", last))
                .setParameter("bytes", bytes)
                .getResultList()
                .map(rows -> rows.stream().map(OutboxRepository::waiting).toList());
    }

    private static Waiting waiting(Object[] row) {
        return new Waiting(
                ((Number) row[0]).longValue(),
                new Message(
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        ((Number) row[6]).longValue()));
    }

    Uni<Void> settle(Session session, Settlement settlement) {
        Uni<Void> done = Uni.createFrom().voidItem();
        if (!settlement.sent().isEmpty()) {
            done = session.createNativeQuery(
                            "delete from outbox where id = any(cast(string_to_array(:ids, ',') as bigint[]))")
                    .setParameter(
                            "ids",
                            settlement.sent().stream().map(String::valueOf).collect(Collectors.joining(",")))
                    .executeUpdate()
                    .replaceWithVoid();
        }
        for (Map.Entry<Long, String> parked :
                new ArrayList<>(settlement.parked().entrySet())) {
            done = done.chain(() -> session.createNativeQuery(
                            "update outbox set parked_at = now(), reason = :reason where id = :id")
                    .setParameter("reason", parked.getValue())
                    .setParameter("id", parked.getKey())
                    .executeUpdate()
                    .replaceWithVoid());
        }
        return done;
    }

    /** How it stands: waiting, age of the oldest in seconds, parked. */
    Uni<Backlog> backlog(Session session) {
        return session.createNativeQuery("""
                        select count(*) filter (where parked_at is null),
                               coalesce(cast(extract(epoch from now() - min(created_at)
                                 filter (where parked_at is null)) as bigint), 0),
                               count(*) filter (where parked_at is not null)
                        from outbox
                        """, Object[].class)
                .getSingleResult()
                .map(row -> new Backlog(
                        ((Number) row[0]).longValue(), ((Number) row[1]).longValue(), ((Number) row[2]).longValue()));
    }

    /** How much waits, how long the oldest has, and how much is parked. */
    record Backlog(long waiting, long oldestSeconds, long parked) {}
}
