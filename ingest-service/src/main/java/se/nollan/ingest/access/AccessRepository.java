package se.nollan.ingest.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** The access table. */
@ApplicationScoped
class AccessRepository {

    /** Providers that the client, or one of the groups, may act for by the standing revisions. */
    Uni<Set<String>> providersOf(Session session, String clientId, Collection<String> groups) {
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
