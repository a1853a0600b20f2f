package se.nollan.rules.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** The outbox as the relay sees it. */
@ApplicationScoped
class OutboxRepository {

    /** Takes or renews the lease, and reads the oldest messages; none where another replica holds it. */
    Uni<List<Waiting>> page(Session session, String holder, int limit) {
        return session.createNativeQuery("""
                        insert into lease (name, holder, held_until) values ('relay', :holder, now() + interval '15 seconds')
                        on conflict (name) do update set holder = excluded.holder, held_until = excluded.held_until
                        where lease.holder = excluded.holder or lease.held_until < now()
                        """)
                .setParameter("holder", holder)
                .executeUpdate()
                .chain(held -> held == 0 ? Uni.createFrom().item(List.of()) : oldest(session, limit));
    }

    /** Progress tells of results that were written in the same transaction, at the same time: it waits while one of them is parked. */
    private Uni<List<Waiting>> oldest(Session session, int limit) {
        return session.createNativeQuery("""
                        select id, topic, key, type, body from outbox o
                        where parked_at is null
                          and not (topic = 'progress'
                            and exists (select from outbox p where p.parked_at is not null and p.created_at = o.created_at))
                        order by id limit :limit
                        """, Object[].class)
                .setParameter("limit", limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Waiting(
                                (Long) row[0],
                                new Message((String) row[1], (String) row[2], (String) row[3], (String) row[4])))
                        .toList());
    }

    /** Puts messages aside that can never be sent, by their ids with the reason. */
    Uni<Void> park(Session session, Map<Long, String> parked) {
        return session.createNativeQuery("""
                        update outbox set parked_at = now(), reason = p.reason
                        from unnest(cast(:ids as bigint[]), cast(:reasons as text[])) as p(id, reason)
                        where outbox.id = p.id
                        """)
                .setParameter("ids", parked.keySet().toArray(Long[]::new))
                .setParameter("reasons", parked.values().toArray(String[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Long> parked(Session session) {
        return session.createNativeQuery("select count(*) from outbox where parked_at is not null", Long.class)
                .getSingleResult();
    }

    Uni<Void> delete(Session session, List<Waiting> sent) {
        return session.createNativeQuery("delete from outbox where id = any(cast(:ids as bigint[]))")
                .setParameter("ids", sent.stream().map(Waiting::id).toArray(Long[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }
}
