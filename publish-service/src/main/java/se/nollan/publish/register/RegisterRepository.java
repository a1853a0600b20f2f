package se.nollan.publish.register;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import se.nollan.publish.messages.MessageBody;

/** The versions of the register that have come. */
@ApplicationScoped
public class RegisterRepository {

    /** A version never changes, and nearly every request asks for the same one. */
    private final AtomicReference<Optional<Register>> lastRead = new AtomicReference<>(Optional.empty());

    /** Stores a version as it came; one that is stored already stays as it is. */
    Uni<Void> store(Session session, RegisterMessage body, byte[] content) {
        return session.createNativeQuery("""
                        insert into register_version (version, hash, imported_at, content)
                        values (:version, :hash, :importedAt, :content)
                        on conflict (version) do nothing
                        """)
                .setParameter("version", body.version())
                .setParameter("hash", body.hash())
                .setParameter("importedAt", OffsetDateTime.ofInstant(body.importedAt(), ZoneOffset.UTC))
                .setParameter("content", new String(content, UTF_8))
                .executeUpdate()
                .chain(() -> storeRegions(session, body));
    }

    private static Uni<Void> storeRegions(Session session, RegisterMessage body) {
        JsonArray units = new JsonArray();
        body.units().forEach(unit -> units.add(JsonObject.of("unit", unit.id(), "region", unit.region())));
        return session.createNativeQuery("""
                        insert into unit_region (unit, region)
                        select distinct unit, region
                        from jsonb_to_recordset(cast(cast(:units as text) as jsonb)) as entry (unit text, region text)
                        order by unit, region
                        on conflict do nothing
                        """)
                .setParameter("units", units.encode())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The newest version; empty before any has come. */
    public Uni<Optional<Register>> newest(Session session) {
        return session.createNativeQuery("select max(version) from register_version", Long.class)
                .getSingleResultOrNull()
                .chain(version -> version == null
                        ? Uni.createFrom().item(Optional.<Register>empty())
                        : version(session, version).map(Optional::of));
    }

    private Uni<Register> version(Session session, long version) {
        Optional<Register> cached = lastRead.get().filter(register -> register.version() == version);
        if (cached.isPresent()) {
            return Uni.createFrom().item(cached.get());
        }
        return session.createNativeQuery("select content from register_version where version = :version", String.class)
                .setParameter("version", version)
                .getSingleResult()
                .map(content -> MessageBody.read(content.getBytes(UTF_8), RegisterMessage.class)
                        .toRegister())
                .invoke(register -> lastRead.set(Optional.of(register)));
    }
}
