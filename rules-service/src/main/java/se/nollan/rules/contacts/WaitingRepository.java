package se.nollan.rules.contacts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** Messages that cannot be applied yet: a part of their group or the register version that they name has not come. */
@ApplicationScoped
class WaitingRepository {

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

    /** A group that is complete and names a register version that has come, the oldest first; null when there is none. */
    Uni<String> ready(Session session) {
        return session.createNativeQuery("""
                        select group_id from waiting_part
                        group by group_id
                        having count(*) = max(parts) and bool_and(reason is null)
                           and max(register_version) <= (select coalesce(max(version), 0) from register_version)
                        order by min(received_at), group_id
                        limit 1
                        """, String.class).getSingleResultOrNull();
    }

    /** The parts of a group in order. */
    Uni<List<byte[]>> parts(Session session, String group) {
        return session.createNativeQuery(
                        "select body from waiting_part where group_id = :group order by part", byte[].class)
                .setParameter("group", group)
                .getResultList();
    }

    Uni<Void> delete(Session session, String group) {
        return session.createNativeQuery("delete from waiting_part where group_id = :group")
                .setParameter("group", group)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The group can never be applied; it stays, with the reason, until an operator has seen it. */
    Uni<Void> giveUp(Session session, String group, String reason) {
        return session.createNativeQuery("update waiting_part set reason = :reason where group_id = :group")
                .setParameter("reason", reason)
                .setParameter("group", group)
                .executeUpdate()
                .replaceWithVoid();
    }
}
