package se.nollan.ingest.access;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** Where a provider has units; the register knows. Their coordinators keep who may act for it. */
public interface ProviderRegions {

    /** County codes; empty when no unit has the provider. */
    Uni<Set<String>> regionsOf(Session session, String provider);
}
