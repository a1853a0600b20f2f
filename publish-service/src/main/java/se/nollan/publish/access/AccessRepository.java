package se.nollan.publish.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** The copy of ingest-service's access table. */
@ApplicationScoped
public class AccessRepository {

    private static final TypeReference<Set<String>> TEXTS = new TypeReference<>() {};

    private final ObjectMapper json;

    AccessRepository(ObjectMapper json) {
        this.json = json;
    }

    /** Stores an entry unless it is not newer than the one that stands. */
    public Uni<Integer> store(Session session, ProviderAccess access) {
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

    /** Every entry; there are as many as there are providers. */
    Uni<List<ProviderAccess>> all(Session session) {
        return session.createNativeQuery(
                        "select provider, revision, clients, groups from provider_access", Object[].class)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new ProviderAccess(
                                (String) row[0], (Long) row[1], read((String) row[2]), read((String) row[3])))
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
