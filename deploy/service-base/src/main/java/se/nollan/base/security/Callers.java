package se.nollan.base.security;

import static java.util.stream.Collectors.toSet;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Builds the {@link Caller} of the request in progress; nobody, when it has no token. */
@ApplicationScoped
public class Callers {

    private final CurrentIdentityAssociation identities;
    private final ProviderAccess access;

    Callers(CurrentIdentityAssociation identities, ProviderAccess access) {
        this.identities = identities;
        this.access = access;
    }

    /** The caller, with the providers that the access table gives it now. Opens a transaction of its own. */
    public Uni<Caller> current() {
        return identities.getDeferredIdentity().chain(this::caller);
    }

    private Uni<Caller> caller(SecurityIdentity identity) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(Caller.NOBODY);
        }
        String clientId = token.getClaim("azp") instanceof String azp ? azp : "";
        Caller caller = new Caller(
                clientId, user(token), identity.getRoles(), texts(token, "groups"), texts(token, "regions"), Set.of());
        if (!caller.roles().contains(Caller.PROVIDER)) {
            return Uni.createFrom().item(caller);
        }
        return access.providersOf(clientId, caller.groups()).map(caller::actingFor);
    }

    /** A person has a name in the token; a client that acts for itself has none, or Keycloak's name for its service account. */
    private static String user(JsonWebToken token) {
        Object name = token.getClaim("preferred_username");
        return name == null || name.toString().startsWith("service-account-") ? "" : name.toString();
    }

    private static Set<String> texts(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        if (value instanceof JsonArray array) {
            return array.getValuesAs(JsonString.class).stream()
                    .map(JsonString::getString)
                    .collect(toSet());
        }
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(toSet())
                : Set.of();
    }
}
