package se.nollan.base.security;

import static java.util.stream.Collectors.toSet;

import java.util.Set;

/**
 * Who asks, as far as the token and the access table tell.
 *
 * @param clientId the client that the token was issued to (claim {@code azp})
 * @param user the person's name in the token; empty for a system
 * @param roles the roles of the realm
 * @param groups the groups (claim {@code groups})
 * @param regions county codes that a coordinator or auditor is bound to (claim {@code regions}); {@code 00} is the nation
 * @param providers providers that the client or one of its groups may act for, by the access table; never by the token
 */
public record Caller(
        String clientId,
        String user,
        Set<String> roles,
        Set<String> groups,
        Set<String> regions,
        Set<String> providers) {

    public static final String PROVIDER = "provider";
    public static final String COORDINATOR = "coordinator";
    public static final String AUDITOR = "auditor";
    public static final String OPERATOR = "operator";

    /** Somebody without a token. */
    public static final Caller NOBODY = new Caller("", "", Set.of(), Set.of(), Set.of(), Set.of());

    public Caller {
        roles = Set.copyOf(roles);
        groups = Set.copyOf(groups);
        regions = Set.copyOf(regions);
        providers = Set.copyOf(providers);
    }

    public boolean isNobody() {
        return clientId.isEmpty();
    }

    /** Who it is, for the record of who did what: the person; a system by its client id. */
    public String name() {
        return user.isEmpty() ? clientId : user;
    }

    /** May send, see and withdraw for this provider. */
    public boolean actsFor(String provider) {
        return roles.contains(PROVIDER) && providers.contains(provider);
    }

    /** Acts for at least one provider. */
    public boolean actsForSome() {
        return roles.contains(PROVIDER) && !providers.isEmpty();
    }

    /** May change what belongs to this region. */
    public boolean coordinates(String region) {
        return roles.contains(COORDINATOR) && regions.contains(region);
    }

    /** May read all of this region: its coordinator or its auditor. */
    public boolean oversees(String region) {
        return coordinates(region) || (roles.contains(AUDITOR) && regions.contains(region));
    }

    /** The regions that it may read all of. */
    public Set<String> overseen() {
        return regions.stream().filter(this::oversees).collect(toSet());
    }

    /** Is a coordinator or an auditor of some region. */
    public boolean overseesSome() {
        return roles.contains(COORDINATOR) || roles.contains(AUDITOR);
    }

    /** The same, with the providers that the access table gives it. */
    Caller actingFor(Set<String> allowed) {
        return new Caller(clientId, user, roles, groups, regions, allowed);
    }
}
