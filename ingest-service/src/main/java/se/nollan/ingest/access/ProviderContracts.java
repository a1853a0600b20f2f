package se.nollan.ingest.access;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** Whose contract has ended; the register knows. Nobody acts for them any more. */
public interface ProviderContracts {

    /** Those of the providers whose contract has not ended. */
    Uni<Set<String>> notEnded(Session session, Set<String> providers);
}
