package se.nollan.rules.access;

import java.util.Set;

/**
 * Who asks, as far as the token and the access table tell.
 *
 * @param clientId the client that the token was issued to (claim {@code azp})
 * @param roles the roles of the realm
 * @param groups the groups (claim {@code groups})
 * @param regions county codes that a coordinator or auditor is bound to (claim {@code regions})
 * @param providers providers that the client or one of its groups may act for, by the access table; never by the token
 */
public record Caller(
        String clientId, Set<String> roles, Set<String> groups, Set<String> regions, Set<String> providers) {

    public static final String PROVIDER = "provider";
    public static final String COORDINATOR = "coordinator";
    public static final String AUDITOR = "auditor";
    public static final String OPERATOR = "operator";

    public Caller {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
        regions = Set.copyOf(regions);
        providers = Set.copyOf(providers);
    }

    /** May send, see and withdraw for this provider. */
    public boolean actsFor(String provider) {
        return roles.contains(PROVIDER) && providers.contains(provider);
    }

    /** May change what belongs to this region. */
    public boolean coordinates(String region) {
        return roles.contains(COORDINATOR) && regions.contains(region);
    }

    /** May read all of this region: its coordinator or its auditor. */
    public boolean oversees(String region) {
        return coordinates(region) || (roles.contains(AUDITOR) && regions.contains(region));
    }

    /** Is a coordinator or an auditor of some region. */
    public boolean overseesSome() {
        return roles.contains(COORDINATOR) || roles.contains(AUDITOR);
    }
}
