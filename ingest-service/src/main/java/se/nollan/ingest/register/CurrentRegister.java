package se.nollan.ingest.register;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import se.nollan.ingest.access.ProviderRegions;

/** Where other features get the register. The newest version is kept built; whether it is the newest is asked each time. */
@ApplicationScoped
public class CurrentRegister implements ProviderRegions {

    private final RegisterRepository versions;
    private volatile Register newest = Register.NONE;

    CurrentRegister(RegisterRepository versions) {
        this.versions = versions;
    }

    /** The newest version; {@link Register#NONE} before the first import. */
    public Uni<Register> current(Session session) {
        return versions.highest(session).chain(version -> {
            Register known = newest;
            return known.version() == version ? Uni.createFrom().item(known) : load(session, version);
        });
    }

    @Override
    public Uni<Set<String>> regionsOf(Session session, String provider) {
        return current(session).map(register -> register.regionsOf(provider));
    }

    private Uni<Register> load(Session session, long version) {
        return versions.find(session, version)
                .map(stored -> new Register(version, RegisterJson.read(stored.content)))
                .invoke(register -> newest = register);
    }
}
