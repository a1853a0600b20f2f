package se.nollan.publish.access;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import se.nollan.base.security.ProviderAccess;

/** The copy of ingest-service's access table. */
@ApplicationScoped
public class AccessRepository implements ProviderAccess {

    private static final TypeReference<Set<String>> TEXTS = new TypeReference<>() {};

    private final SessionFactory sessions;
    private final ObjectMapper json;

    AccessRepository(SessionFactory sessions, ObjectMapper json) {
        this.sessions = sessions;
        this.json = json;
    }

    /** Stores an entry unless it is not newer than the one that stands. */
    public Uni<Integer> store(Session session, AccessEntry access) {
        return session.createNativeQuery("""
                        insert into provider_access (provider, revision, clients, groups)
                        values (:provider, :revision, :clients, :groups)
                        on conflict (provider) do update
                        set revision = excluded.revision, clients = excluded.clients, groups = excluded.groups
                        where provider_access.revision < excluded.revision
                        """)
                .setParameter("provider", access.provider())
                .setParameter("revision", access.revision())
                .setParameter("clients", write(access.clients()))
                .setParameter("groups", write(access.groups()))
                .executeUpdate();
    }

    @Override
    public Uni<Set<String>> providersOf(String clientId, Set<String> groups) {
        return sessions.withTransaction(this::all).map(entries -> entries.stream()
                .filter(entry -> entry.allows(clientId, groups))
                .map(AccessEntry::provider)
                .collect(toSet()));
    }

    /** Every entry; there are as many as there are providers. */
    private Uni<List<AccessEntry>> all(Session session) {
        return session.createNativeQuery("select provider, revision, clients, groups from provider_access", Tuple.class)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new AccessEntry(
                                row.get("provider", String.class),
                                row.get("revision", Long.class),
                                read(row.get("clients", String.class)),
                                read(row.get("groups", String.class))))
                        .toList());
    }

    private String write(Set<String> texts) {
        try {
            return json.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> read(String text) {
        try {
            return json.readValue(text, TEXTS);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
