package se.nollan.ingest.client;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.ClientsResource;
import org.keycloak.representations.idm.ClientRepresentation;
import se.nollan.base.http.Problems;
import se.nollan.ingest.client.ProviderClient.State;

/** Providers' clients as Keycloak has them. Each is marked with its provider; no other client is touched. */
@ApplicationScoped
class KeycloakClients {
    private static final Logger LOG = Logger.getLogger(KeycloakClients.class);
    private static final String MARK = "nollan.provider";

    private final Instance<Keycloak> keycloak;
    private final Optional<String> address;
    private final String realm;

    KeycloakClients(
            Instance<Keycloak> keycloak,
            @ConfigProperty(name = "quarkus.keycloak.admin-client.server-url") Optional<String> address,
            @ConfigProperty(name = "quarkus.keycloak.admin-client.realm") String realm) {
        this.keycloak = keycloak;
        this.address = address;
        this.realm = realm;
    }

    /**
     * Makes a client that may get tokens as a provider.
     *
     * @return its secret; null: it has keys of its own
     */
    Uni<@Nullable String> create(String id, String provider, Credential credential) {
        return ask(clients -> {
            // Made before, by a request that was not kept: nobody was told its secret.
            marked(clients, id, provider)
                    .ifPresent(left -> clients.get(left.getId()).remove());
            var client = new ClientRepresentation();
            client.setClientId(id);
            client.setDescription("Provider " + provider + ", taken on in Nollan");
            client.setEnabled(true);
            client.setProtocol("openid-connect");
            client.setPublicClient(false);
            client.setServiceAccountsEnabled(true);
            client.setStandardFlowEnabled(false);
            client.setImplicitFlowEnabled(false);
            client.setDirectAccessGrantsEnabled(false);
            client.setFullScopeAllowed(false);
            client.setRedirectUris(List.of());
            client.setWebOrigins(List.of());
            client.setDefaultClientScopes(List.of("nollan", "nollan-provider"));
            client.setOptionalClientScopes(List.of());
            prove(client, credential);
            client.getAttributes().put(MARK, provider);
            client.getAttributes().put("client_credentials.use_refresh_token", "false");
            try (var answer = clients.create(client)) {
                if (answer.getStatus() != 201) {
                    throw new WebApplicationException(answer.getStatus());
                }
            }
            return secret(clients, id, provider, credential);
        });
    }

    /** Gives a client other keys or a new secret; what it had does not prove anything any more. */
    Uni<@Nullable String> rotate(String id, String provider, Credential credential) {
        return ask(clients -> {
            var client = marked(clients, id, provider).orElseThrow(() -> new WebApplicationException(404));
            prove(client, credential);
            clients.get(client.getId()).update(client);
            return secret(clients, id, provider, credential);
        });
    }

    /** Has it as the state says; harmless when it is so already. */
    Uni<Void> settle(ProviderClient client) {
        return this.<Void>ask(clients -> {
            marked(clients, client.id(), client.provider()).ifPresent(found -> {
                if (client.state() == State.ENDED) {
                    clients.get(found.getId()).remove();
                } else {
                    found.setEnabled(client.state() == State.ACTIVE);
                    clients.get(found.getId()).update(found);
                }
            });
            return null;
        });
    }

    private static void prove(ClientRepresentation client, Credential credential) {
        Map<String, String> attributes =
                client.getAttributes() == null ? new HashMap<>() : new HashMap<>(client.getAttributes());
        attributes.put("use.jwks.string", String.valueOf(credential instanceof Credential.Keys));
        attributes.put("use.jwks.url", String.valueOf(credential instanceof Credential.KeyAddress));
        attributes.put("jwks.string", credential instanceof Credential.Keys keys ? keys.jwks() : "");
        attributes.put("jwks.url", credential instanceof Credential.KeyAddress at ? at.url() : "");
        client.setAttributes(attributes);
        client.setClientAuthenticatorType(credential instanceof Credential.Secret ? "client-secret" : "client-jwt");
    }

    private static @Nullable String secret(ClientsResource clients, String id, String provider, Credential credential) {
        if (!(credential instanceof Credential.Secret)) {
            return null;
        }
        var made = marked(clients, id, provider).orElseThrow(() -> new WebApplicationException(404));
        return clients.get(made.getId()).generateNewSecret().getValue();
    }

    /** The client, if it is one that was made for the provider here. */
    private static Optional<ClientRepresentation> marked(ClientsResource clients, String id, String provider) {
        return clients.findByClientId(id).stream()
                .filter(client -> client.getAttributes() != null
                        && provider.equals(client.getAttributes().get(MARK)))
                .findFirst();
    }

    /** The library waits for its answers, so it is asked by a worker; the answer comes back where the question was put. */
    private <T> Uni<T> ask(Function<ClientsResource, T> question) {
        if (address.isEmpty()) {
            return Uni.createFrom().failure(() -> Problems.problem(
                            501,
                            "no-keycloak",
                            "Clients are not made here",
                            "This installation has not said where Keycloak's administration is"
                                    + " (NOLLAN_KEYCLOAK_URL). An administrator makes the client there, and you name"
                                    + " it in the provider's access entry.")
                    .build());
        }
        var here = (ContextInternal) Vertx.currentContext();
        return Uni.createFrom()
                .item(() -> question.apply(keycloak.get().realm(realm).clients()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onFailure(
                        failure -> failure instanceof WebApplicationException || failure instanceof ProcessingException)
                .transform(KeycloakClients::away)
                .emitOn(command -> {
                    if (here == null) {
                        command.run();
                    } else {
                        here.runOnContext(any -> command.run());
                    }
                });
    }

    private static RuntimeException away(Throwable failure) {
        // Its own words may quote what was sent, and that may be a secret.
        LOG.warnf(
                "Keycloak did not do what was asked for clients: %s",
                failure instanceof WebApplicationException refused
                        ? "it answered " + refused.getResponse().getStatus()
                        : failure.getClass().getName());
        return Problems.unavailable("Keycloak's administration");
    }
}
