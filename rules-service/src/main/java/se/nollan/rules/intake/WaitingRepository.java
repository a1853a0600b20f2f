package se.nollan.rules.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jboss.logging.Logger;

/** Messages that cannot be applied yet: a part of their group or the register version that they name has not come. */
@ApplicationScoped
public class WaitingRepository {

    private static final Logger LOG = Logger.getLogger(WaitingRepository.class);
    private static final int TOGETHER = 100;

    Uni<Void> add(Session session, List<ContactsMessage> messages) {
        Uni<Void> added = Uni.createFrom().voidItem();
        for (ContactsMessage message : messages) {
            added = added.chain(() -> session.createNativeQuery("""
                            insert into waiting_part (group_id, part, parts, register_version, body)
                            values (:group, :part, :parts, :version, :body)
                            on conflict do nothing
                            """)
                    .setParameter("group", message.group())
                    .setParameter("part", message.part())
                    .setParameter("parts", message.parts())
                    .setParameter("version", message.registerVersion())
                    .setParameter("body", message.body())
                    .executeUpdate()
                    .replaceWithVoid());
        }
        return added;
    }

    /** Groups that are complete and name a register version that has come, the oldest first: as many as make up some bytes, at least one. */
    Uni<List<String>> ready(Session session, long bytes) {
        return session.createNativeQuery("""
                        select group_id from (
                          select group_id, since, sum(bytes) over (order by since, group_id) - bytes as before from (
                            select group_id, min(received_at) as since, sum(octet_length(body)) as bytes from waiting_part
                            group by group_id
                            having count(*) = max(parts)
                               and max(register_version) <= (select coalesce(max(version), 0) from register_version)) g) w
                        where before < :bytes
                        order by since, group_id
                        """, String.class)
                .setParameter("bytes", bytes)
                .getResultList();
    }

    /** The parts of some groups by group, in order. */
    Uni<Map<String, List<byte[]>>> parts(Session session, List<String> groups) {
        return session.createNativeQuery("""
                        select group_id, body from waiting_part
                        where group_id = any(cast(:groups as text[])) order by group_id, part
                        """, Tuple.class)
                .setParameter("groups", groups.toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.groupingBy(
                                row -> row.get("group_id", String.class),
                                Collectors.mapping(row -> row.get("body", byte[].class), Collectors.toList()))));
    }

    Uni<Void> delete(Session session, Collection<String> groups) {
        return session.createNativeQuery("delete from waiting_part where group_id = any(cast(:groups as text[]))")
                .setParameter("groups", groups.toArray(String[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Drops some that came before {@code instant}; false: there were none left. ingest-service can send them again. */
    public Uni<Boolean> dropSome(Session session, Instant instant) {
        return session.createNativeQuery("""
                        delete from waiting_part where group_id in (
                          select group_id from waiting_part group by group_id
                          having max(received_at) < :instant limit :together)
                        """)
                .setParameter("instant", instant)
                .setParameter("together", TOGETHER)
                .executeUpdate()
                .invoke(dropped -> {
                    if (dropped > 0) {
                        LOG.warnf("%d messages that waited in vain are dropped", dropped);
                    }
                })
                .map(dropped -> dropped > 0);
    }
}
