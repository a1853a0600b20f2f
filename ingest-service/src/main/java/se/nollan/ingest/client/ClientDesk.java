package se.nollan.ingest.client;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Problems;
import se.nollan.base.outbox.Outbox;
import se.nollan.base.security.Caller;
import se.nollan.ingest.access.Access;
import se.nollan.ingest.access.ProviderContracts;
import se.nollan.ingest.client.ProviderClient.State;

/** Takes clients on and changes them: what stands here and who may act in one transaction, and Keycloak with it. */
@ApplicationScoped
class ClientDesk {
    private static final Logger LOG = Logger.getLogger(ClientDesk.class);
    private static final int MOST = 200;

    private final SessionFactory sessions;
    private final ClientRepository clients;
    private final KeycloakClients keycloak;
    private final Access access;
    private final ProviderContracts contracts;
    private final Outbox outbox;
    private final Clock clock;

    ClientDesk(
            SessionFactory sessions,
            ClientRepository clients,
            KeycloakClients keycloak,
            Access access,
            ProviderContracts contracts,
            Outbox outbox,
            Clock clock) {
        this.sessions = sessions;
        this.clients = clients;
        this.keycloak = keycloak;
        this.access = access;
        this.contracts = contracts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A client, and what is told of it once.
     *
     * @param secret null: it has keys of its own
     */
    record Handed(ProviderClient client, @Nullable String secret) {}

    /** Makes a client that may act for the provider. What Keycloak does not make is not taken on. */
    Uni<Handed> takeOn(Caller caller, String provider, Credential credential, @Nullable String why) {
        return sessions.withTransaction(session -> access.checkMayChange(session, caller, provider)
                        .chain(() -> checkContract(session, provider))
                        // Held to the end of the transaction, so that two who take on get two ids.
                        .chain(() -> access.hold(session, provider))
                        .chain(() -> clients.count(session, provider))
                        .invoke(ClientDesk::checkRoom)
                        .map(had -> ProviderClient.taken(
                                ProviderClient.id(provider, had + 1), provider, credential, now(), caller.name(), why))
                        .chain(client -> keycloak.create(client.id(), provider, credential)
                                .call(() -> clients.add(session, client))
                                .call(() -> access.change(
                                        session, provider, caller.name(), standing -> standing.with(client.id())))
                                .map(secret -> new Handed(client, secret))))
                .invoke(outbox::nudge);
    }

    /** Gives a client other keys or a new secret. */
    Uni<Handed> rotate(Caller caller, String provider, String id, Credential credential, @Nullable String why) {
        return changed(caller, provider, id, (session, standing) -> {
            var next = standing.rotated(credential, now(), caller.name(), why);
            return keycloak.rotate(id, provider, credential)
                    .call(() -> clients.add(session, next))
                    .map(secret -> new Handed(next, secret));
        });
    }

    /** Pauses, resumes or ends a client: who may act first, and at once; Keycloak then, or as soon as it answers. */
    Uni<ProviderClient> bring(Caller caller, String provider, String id, State state, @Nullable String why) {
        return changed(
                        caller,
                        provider,
                        id,
                        (session, standing) -> standing.state() == state
                                ? Uni.createFrom().item(standing)
                                : (state == State.ACTIVE
                                                ? checkContract(session, provider)
                                                : Uni.createFrom().voidItem())
                                        .chain(() -> bring(session, standing, state, caller.name(), why)))
                .chain(client -> client.settled() ? Uni.createFrom().item(client) : settle(client));
    }

    private Uni<ProviderClient> bring(
            Session session, ProviderClient standing, State state, String who, @Nullable String why) {
        var next = standing.in(state, now(), who, why);
        return clients.add(session, next)
                .chain(() -> access.change(
                        session,
                        next.provider(),
                        who,
                        entry -> state == State.ACTIVE ? entry.with(next.id()) : entry.without(next.id())))
                .replaceWith(next);
    }

    private <T> Uni<T> changed(Caller caller, String provider, String id, Change<T> change) {
        return sessions.withTransaction(session -> access.checkMayChange(session, caller, provider)
                        .chain(() -> clients.locked(session, provider, id))
                        .map(found -> found.orElseThrow(
                                () -> Problems.notFound("The provider has no such client that was taken on here.")))
                        .invoke(ClientDesk::checkNotEnded)
                        .chain(standing -> change.of(session, standing)))
                .invoke(outbox::nudge);
    }

    /** What a change does in its transaction. */
    private interface Change<T> {
        Uni<T> of(Session session, ProviderClient standing);
    }

    /** Has Keycloak as the client is; when it does not answer, that is tried again later. */
    Uni<ProviderClient> settle(ProviderClient client) {
        return keycloak.settle(client)
                .chain(() -> sessions.withTransaction(session -> clients.settled(session, client, now())))
                .replaceWith(client::settle)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "Client %s is %s here, and not yet so in Keycloak",
                            client.id(), client.state().word());
                    return client;
                });
    }

    /** Nobody acts for a provider whose contract has ended; its clients wait, in case it is renewed. */
    Uni<Void> end(Session session, String provider, String who) {
        return clients.all(session, provider)
                .map(all -> all.stream().map(ProviderClient::id).distinct().toList())
                .chain(ids -> each(ids, id -> clients.locked(session, provider, id)
                        .chain(found -> found.filter(client -> client.state() == State.ACTIVE)
                                .map(client -> bring(session, client, State.PAUSED, who, "The contract has ended."))
                                .orElseGet(() -> Uni.createFrom().nullItem()))))
                .chain(() -> access.close(session, provider, who))
                .replaceWithVoid();
    }

    private static <T> Uni<Void> each(Iterable<T> of, Function<T, Uni<?>> step) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (var one : of) {
            done = done.chain(() -> step.apply(one)).replaceWithVoid();
        }
        return done;
    }

    private Uni<Void> checkContract(Session session, String provider) {
        return contracts
                .notEnded(session, Set.of(provider))
                .invoke(going -> {
                    if (going.isEmpty()) {
                        throw Problems.conflict(
                                "contract-ended",
                                "The provider's contract has ended by the register. Renew it there first.");
                    }
                })
                .replaceWithVoid();
    }

    private static void checkRoom(long had) {
        if (had >= MOST) {
            throw Problems.conflict("too-many", "The provider has had " + MOST + " clients, which is all it may have.");
        }
    }

    private static void checkNotEnded(ProviderClient client) {
        if (client.state() == State.ENDED) {
            throw Problems.conflict("ended", "The client was ended, which cannot be undone. Take on a new one.");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
