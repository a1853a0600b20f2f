package se.nollan.rules.register;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import se.nollan.base.database.AdvisoryLock;
import se.nollan.rules.json.Fields;

/** The versions of the register, and the newest of them ready for use. */
@ApplicationScoped
public class RegisterRepository {

    /** Any number, so long as nothing else of this service takes the same. */
    private static final AdvisoryLock REGISTER_LOCK = new AdvisoryLock(7_401_001L);

    private final ObjectMapper json;
    private volatile RegisterVersion newest = RegisterVersion.NONE;

    RegisterRepository(ObjectMapper json) {
        this.json = json;
    }

    /** Until the transaction ends no new version comes into force. Several may hold it. */
    public Uni<Void> hold(Session session) {
        return REGISTER_LOCK.share(session);
    }

    /** Until the transaction ends nobody holds the register but this transaction. */
    public Uni<Void> change(Session session) {
        return REGISTER_LOCK.hold(session);
    }

    /** The newest version that is committed; {@link RegisterVersion#NONE} before the first has come. */
    public Uni<RegisterVersion> newest(Session session) {
        return session.createNativeQuery("select coalesce(max(version), 0) from register_version", Long.class)
                .getSingleResult()
                .chain(version -> {
                    RegisterVersion known = newest;
                    return version == known.version()
                            ? Uni.createFrom().item(known)
                            : session.find(StoredRegister.class, version).map(this::read);
                });
    }

    /** A version as it was received: providers, units and lines with everything that was said of them. */
    public Uni<JsonNode> content(Session session, long version) {
        return session.find(StoredRegister.class, version).map(stored -> {
            try {
                return json.readTree(stored.content);
            } catch (JsonProcessingException unreadable) {
                throw new IllegalStateException("The stored register cannot be read", unreadable);
            }
        });
    }

    /** Adds a version. */
    public Uni<Void> store(Session session, RegisterVersion version, String content) {
        return session.persist(new StoredRegister(version.version(), content)).chain(session::flush);
    }

    private RegisterVersion read(StoredRegister stored) {
        try {
            RegisterVersion read = RegisterJson.version(new Fields(json.readTree(stored.content), "", fault -> {
                throw new IllegalStateException("The stored register cannot be read: " + fault);
            }));
            newest = read;
            return read;
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("The stored register cannot be read", unreadable);
        }
    }
}
