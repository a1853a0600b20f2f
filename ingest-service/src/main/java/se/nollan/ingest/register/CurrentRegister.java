package se.nollan.ingest.register;

import static java.util.stream.Collectors.toSet;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import se.nollan.ingest.access.ProviderContracts;
import se.nollan.ingest.access.ProviderRegions;
import se.nollan.ingest.format.TimeText;

/** Where other features get the register. The newest version is kept built; whether it is the newest is asked each time. */
@ApplicationScoped
public class CurrentRegister implements ProviderRegions, ProviderContracts {

    private final RegisterRepository versions;
    private final Clock clock;
    private final java.time.Period access;
    private volatile Register newest = Register.NONE;

    /** @param access how long a provider may act when its contract has ended */
    CurrentRegister(
            RegisterRepository versions,
            Clock clock,
            @ConfigProperty(name = "nollan.access-after-contract") java.time.Period access) {
        this.versions = versions;
        this.clock = clock;
        this.access = access;
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

    @Override
    public Uni<Set<String>> notEnded(Session session, Set<String> providers) {
        var day = LocalDate.now(clock.withZone(TimeText.STOCKHOLM)).minus(access);
        return providers.isEmpty()
                ? Uni.createFrom().item(providers)
                : current(session).map(register -> providers.stream()
                        .filter(provider -> !register.hasEnded(provider, day))
                        .collect(toSet()));
    }

    private Uni<Register> load(Session session, long version) {
        return versions.find(session, version)
                .map(stored -> new Register(version, RegisterJson.read(stored.content)))
                .invoke(register -> newest = register);
    }
}
