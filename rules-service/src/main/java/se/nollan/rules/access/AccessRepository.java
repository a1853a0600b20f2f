package se.nollan.rules.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import se.nollan.base.security.ProviderAccess;

/** The access table, as ingest-service tells it. */
@ApplicationScoped
public class AccessRepository implements ProviderAccess {

    private final SessionFactory sessions;

    AccessRepository(SessionFactory sessions) {
        this.sessions = sessions;
    }

    @Override
    public Uni<Set<String>> providersOf(String clientId, Set<String> groups) {
        return sessions.withTransaction(session -> session.createNativeQuery("""
                        select distinct provider from access_member
                        where (kind = 'client' and name = :client)
                           or (kind = 'group' and name = any(cast(:groups as text[])))
                        """, String.class)
                .setParameter("client", clientId)
                .setParameter("groups", groups.toArray(String[]::new))
                .getResultList()
                .map(Set::copyOf));
    }

    /** Puts the entry in the place of the provider's older one; one that is not newer changes nothing. */
    public Uni<Void> store(Session session, AccessEntry entry) {
        return session.createNativeQuery("""
                        insert into access_entry (provider, revision) values (:provider, :revision)
                        on conflict (provider) do update set revision = excluded.revision
                        where access_entry.revision < excluded.revision
                        """)
                .setParameter("provider", entry.provider())
                .setParameter("revision", entry.revision())
                .executeUpdate()
                .chain(stored -> stored == 0 ? Uni.createFrom().voidItem() : replaceMembers(session, entry));
    }

    private Uni<Void> replaceMembers(Session session, AccessEntry entry) {
        return session.createNativeQuery("delete from access_member where provider = :provider")
                .setParameter("provider", entry.provider())
                .executeUpdate()
                .chain(() -> session.createNativeQuery("""
                                insert into access_member (provider, kind, name)
                                select :provider, 'client', name from unnest(cast(:clients as text[])) name
                                union
                                select :provider, 'group', name from unnest(cast(:groups as text[])) name
                                """)
                        .setParameter("provider", entry.provider())
                        .setParameter("clients", entry.clients().toArray(String[]::new))
                        .setParameter("groups", entry.groups().toArray(String[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
