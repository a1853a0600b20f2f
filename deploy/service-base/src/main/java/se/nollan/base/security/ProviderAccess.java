package se.nollan.base.security;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/** The access table, as far as it tells who a caller may act for. */
public interface ProviderAccess {

    /** Providers that the client, or one of the groups, may act for now. Opens a transaction of its own. */
    Uni<Set<String>> providersOf(String clientId, Set<String> groups);
}
