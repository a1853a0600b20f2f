package se.nollan.ingest.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;
import se.nollan.base.database.AdvisoryLock;
import se.nollan.base.database.Instants;

/** The tables {@code inbox_revision} and {@code inbox_file}. */
@ApplicationScoped
@RegisterForReflection(targets = {InboxEntry.class, InboxEntry.Folder.class, InboxRepository.Came.class})
class InboxRepository {
    private final ObjectMapper json;

    InboxRepository(ObjectMapper json) {
        this.json = json;
    }

    /**
     * A file that came.
     *
     * @param state waiting, read or lost
     * @param told the report beside it; null: there is none yet
     * @param findings its rows; null: there are none
     */
    record Came(
            UUID id,
            String folder,
            String name,
            Instant at,
            String state,
            @Nullable UUID submission,
            @Nullable String told,
            @Nullable String findings) {}

    /** One change of a provider's entry at a time, until the transaction ends. */
    Uni<Void> lock(Session session, String provider) {
        return AdvisoryLock.hold(session, "nollan.inbox", provider);
    }

    /** The entry that stands; revision 0 when there is none. */
    Uni<InboxEntry> standing(Session session, String provider) {
        return session.createNativeQuery("""
                        select revision, cast(keys as text) as keys, cast(folders as text) as folders
                        from inbox_revision where provider = :provider order by revision desc
                        """, Tuple.class)
                .setParameter("provider", provider)
                .setMaxResults(1)
                .getResultList()
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new InboxEntry(
                                provider,
                                row.get("revision", Number.class).longValue(),
                                read(row.get("keys", String.class), new TypeReference<>() {}),
                                read(row.get("folders", String.class), new TypeReference<>() {})))
                        .orElse(InboxEntry.none(provider)));
    }

    Uni<Void> add(Session session, InboxEntry entry, Instant at, String by) {
        return session.createNativeQuery("""
                        insert into inbox_revision (provider, revision, keys, folders, changed_at, changed_by)
                        values (:provider, :revision,
                                cast(cast(:keys as text) as jsonb), cast(cast(:folders as text) as jsonb), :at, :by)
                        """)
                .setParameter("provider", entry.provider())
                .setParameter("revision", entry.revision())
                .setParameter("keys", write(entry.keys()))
                .setParameter("folders", write(entry.folders()))
                .setParameter("at", at)
                .setParameter("by", by)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> came(Session session, Upload upload, Instant at) {
        return session.createNativeQuery("""
                        insert into inbox_file (id, provider, folder, name, came_at, seen_at, state)
                        values (:id, :provider, :folder, :name, :at, :at, 'waiting')
                        """)
                .setParameter("id", upload.id())
                .setParameter("provider", upload.provider())
                .setParameter("folder", upload.folder())
                .setParameter("name", upload.name())
                .setParameter("at", at)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> renamed(Session session, Upload upload) {
        return session.createNativeQuery("update inbox_file set name = :name where id = :id")
                .setParameter("name", upload.name())
                .setParameter("id", upload.id())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Its sender removed it before it was read. */
    Uni<Void> removed(Session session, UUID id) {
        return session.createNativeQuery("delete from inbox_file where id = :id and state = 'waiting'")
                .setParameter("id", id)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> read(Session session, UUID id, @Nullable UUID submission, String told, @Nullable String findings) {
        return session.createNativeQuery("""
                        update inbox_file set state = 'read', submission = cast(:submission as uuid), told = :told,
                               findings = cast(:findings as text)
                        where id = :id
                        """)
                .setParameter("id", id)
                .setParameter("submission", submission == null ? null : submission.toString())
                .setParameter("told", told)
                .setParameter("findings", findings)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** These wait here; what no replica has had for a while went with one, and its sender is told; what is past its time goes. */
    Uni<Void> seen(Session session, List<UUID> here, Instant now, Instant gone, String told, Instant dropped) {
        return session.createNativeQuery("update inbox_file set seen_at = :now where id in (:ids)")
                .setParameter("now", now)
                .setParameter("ids", here.isEmpty() ? List.of(new UUID(0, 0)) : here)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(
                                "update inbox_file set state = 'lost', told = :told where state = 'waiting' and seen_at < :gone")
                        .setParameter("told", told)
                        .setParameter("gone", gone)
                        .executeUpdate())
                .chain(() -> session.createNativeQuery("delete from inbox_file where came_at < :dropped")
                        .setParameter("dropped", dropped)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Its sender has seen the report, and removed it. */
    Uni<Void> hide(Session session, String provider, String folder, String name) {
        return session.createNativeQuery("""
                        update inbox_file set hidden = true
                        where provider = :provider and folder = :folder and name = :name and state <> 'waiting'
                        """)
                .setParameter("provider", provider)
                .setParameter("folder", folder)
                .setParameter("name", name)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The newest files; those whose reports were removed only when all are asked for. */
    Uni<List<Came>> files(Session session, String provider, boolean all) {
        return session.createNativeQuery("""
                        select id, folder, name, came_at, state, submission, told, findings from inbox_file
                        where provider = :provider and (:all or not hidden) order by came_at desc
                        """, Tuple.class)
                .setParameter("provider", provider)
                .setParameter("all", all)
                .setMaxResults(200)
                .getResultList()
                .map(rows -> rows.stream().map(InboxRepository::came).toList());
    }

    private static Came came(Tuple row) {
        return new Came(
                row.get("id", UUID.class),
                row.get("folder", String.class),
                row.get("name", String.class),
                Instants.of(row.get("came_at")),
                row.get("state", String.class),
                row.get("submission", UUID.class),
                row.get("told", String.class),
                row.get("findings", String.class));
    }

    private <T> T read(String text, TypeReference<T> as) {
        try {
            return json.readValue(text, as);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
