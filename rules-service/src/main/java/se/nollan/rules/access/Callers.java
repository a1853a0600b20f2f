package se.nollan.rules.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;

/** Builds the {@link Caller} of the request in progress. */
@ApplicationScoped
public class Callers {

    private final SecurityIdentity identity;
    private final JsonWebToken token;
    private final SessionFactory sessions;
    private final AccessRepository access;

    Callers(SecurityIdentity identity, JsonWebToken token, SessionFactory sessions, AccessRepository access) {
        this.identity = identity;
        this.token = token;
        this.sessions = sessions;
        this.access = access;
    }

    /** The caller, with the providers that the access table gives it now. Opens a transaction of its own. */
    public Uni<Caller> current() {
        String clientId = token.getClaim("azp") instanceof String azp ? azp : "";
        Set<String> roles = identity.getRoles();
        Set<String> groups = texts("groups");
        Set<String> regions = texts("regions");
        if (!roles.contains(Caller.PROVIDER)) {
            return Uni.createFrom().item(new Caller(clientId, roles, groups, regions, Set.of()));
        }
        return sessions.withTransaction(session -> access.providersOf(session, clientId, groups))
                .map(providers -> new Caller(clientId, roles, groups, regions, providers));
    }

    private Set<String> texts(String claim) {
        Object value = token.getClaim(claim);
        if (value instanceof JsonArray array) {
            return array.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .collect(Collectors.toSet());
        }
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.of();
    }
}
