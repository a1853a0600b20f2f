package se.nollan.ingest.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import se.nollan.base.database.AdvisoryLock;
import se.nollan.base.security.ProviderAccess;

/** The access table: revisions of each provider's entry, of which the highest stands. */
@ApplicationScoped
class AccessRepository implements ProviderAccess {

    private final SessionFactory sessions;
    private final ProviderContracts contracts;

    AccessRepository(SessionFactory sessions, ProviderContracts contracts) {
        this.sessions = sessions;
        this.contracts = contracts;
    }

    /** One change of a provider's entry at a time, until the transaction ends. */
    Uni<Void> lock(Session session, String provider) {
        return AdvisoryLock.hold(session, "nollan.access", provider);
    }

    /** The entry that stands; revision 0 when there is none. */
    Uni<AccessEntry> standing(Session session, String provider) {
        return session.createNativeQuery("""
                        select r.revision, m.kind, m.name
                        from access_revision r left join access_member m using (provider, revision)
                        where r.provider = :provider
                          and r.revision = (select max(revision) from access_revision where provider = :provider)
                        """, Tuple.class)
                .setParameter("provider", provider)
                .getResultList()
                .map(rows -> rows.isEmpty()
                        ? AccessEntry.none(provider)
                        : new AccessEntry(
                                provider,
                                rows.get(0).get("revision", Number.class).longValue(),
                                names(rows, "client"),
                                names(rows, "group")));
    }

    private static List<String> names(List<Tuple> rows, String kind) {
        return rows.stream()
                .filter(row -> kind.equals(row.get("kind")))
                .map(row -> row.get("name", String.class))
                .toList();
    }

    Uni<Void> add(Session session, AccessEntry entry, Instant changedAt, String changedBy) {
        Uni<Integer> done = session.createNativeQuery("""
                        insert into access_revision (provider, revision, changed_at, changed_by)
                        values (:provider, :revision, :at, :by)
                        """)
                .setParameter("provider", entry.provider())
                .setParameter("revision", entry.revision())
                .setParameter("at", changedAt)
                .setParameter("by", changedBy)
                .executeUpdate();
        for (String client : entry.clients()) {
            done = done.chain(() -> addMember(session, entry, "client", client));
        }
        for (String group : entry.groups()) {
            done = done.chain(() -> addMember(session, entry, "group", group));
        }
        return done.replaceWithVoid();
    }

    private static Uni<Integer> addMember(Session session, AccessEntry entry, String kind, String name) {
        return session.createNativeQuery("""
                        insert into access_member (provider, revision, kind, name)
                        values (:provider, :revision, :kind, :name)
                        """)
                .setParameter("provider", entry.provider())
                .setParameter("revision", entry.revision())
                .setParameter("kind", kind)
                .setParameter("name", name)
                .executeUpdate();
    }

    @Override
    public Uni<Set<String>> providersOf(String clientId, Set<String> groups) {
        return sessions.withTransaction(session ->
                providersOf(session, clientId, groups).chain(providers -> contracts.notEnded(session, providers)));
    }

    /** Providers whose entry names somebody. */
    Uni<List<String>> open(Session session) {
        return session.createNativeQuery("""
                        select distinct m.provider from access_member m
                        where m.revision = (select max(r.revision) from access_revision r where r.provider = m.provider)
                        order by m.provider
                        """, String.class).getResultList();
    }

    private static Uni<Set<String>> providersOf(Session session, String clientId, Set<String> groups) {
        // An empty list is not SQL; no group has an empty name.
        List<String> names = groups.isEmpty() ? List.of("") : List.copyOf(groups);
        return session.createNativeQuery("""
                        select distinct m.provider from access_member m
                        where m.revision = (select max(r.revision) from access_revision r where r.provider = m.provider)
                          and ((m.kind = 'client' and m.name = :client) or (m.kind = 'group' and m.name in (:groups)))
                        """, String.class)
                .setParameter("client", clientId)
                .setParameter("groups", names)
                .getResultList()
                .map(Set::copyOf);
    }
}
