package se.nollan.rules.outbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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

    private Uni<List<Waiting>> oldest(Session session, int limit) {
        return session.createNativeQuery(
                        "select id, topic, key, type, body from outbox order by id limit :limit", Object[].class)
                .setParameter("limit", limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Waiting(
                                (Long) row[0],
                                new Message((String) row[1], (String) row[2], (String) row[3], (String) row[4])))
                        .toList());
    }

    Uni<Void> delete(Session session, List<Waiting> sent) {
        return session.createNativeQuery("delete from outbox where id = any(cast(:ids as bigint[]))")
                .setParameter("ids", sent.stream().map(Waiting::id).toArray(Long[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }
}
