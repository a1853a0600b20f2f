package se.nollan.ingest.client;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;
import se.nollan.base.outbox.Outbox;
import se.nollan.ingest.access.Access;
import se.nollan.ingest.access.ProviderContracts;

/**
 * Ends access with the contract, on record, and tells Keycloak what it was not there to hear. Whether a contract has ended is
 * asked with every request here; this is for the other services and for Keycloak.
 */
@ApplicationScoped
class ClientUpkeep {
    private static final Logger LOG = Logger.getLogger(ClientUpkeep.class);
    private static final String NAME = "nollan";

    private final SessionFactory sessions;
    private final ClientDesk desk;
    private final ClientRepository clients;
    private final Access access;
    private final ProviderContracts contracts;
    private final Outbox outbox;

    ClientUpkeep(
            SessionFactory sessions,
            ClientDesk desk,
            ClientRepository clients,
            Access access,
            ProviderContracts contracts,
            Outbox outbox) {
        this.sessions = sessions;
        this.desk = desk;
        this.clients = clients;
        this.access = access;
        this.contracts = contracts;
        this.outbox = outbox;
    }

    @Scheduled(
            every = "{nollan.access-look-every}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> look() {
        return sessions.withTransaction(session -> access.open(session).chain(open -> contracts
                        .notEnded(session, new HashSet<>(open))
                        .map(going -> open.stream()
                                .filter(provider -> !going.contains(provider))
                                .toList())))
                .onItem()
                .transformToMulti(ended -> Multi.createFrom().iterable(ended))
                .onItem()
                .transformToUniAndConcatenate(
                        provider -> sessions.withTransaction(session -> desk.end(session, provider, NAME))
                                .invoke(() -> LOG.infof(
                                        "Nobody acts for provider %s any more: its contract has ended", provider))
                                .replaceWith(provider))
                .collect()
                .asList()
                .invoke(ended -> outbox.nudge())
                .chain(() -> sessions.withTransaction(clients::unsettled))
                .onItem()
                .transformToMulti(unsettled -> Multi.createFrom().iterable(unsettled))
                .onItem()
                .transformToUniAndConcatenate(desk::settle)
                .collect()
                .asList()
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "Clients and contracts are looked after later: %s",
                        failure.getClass().getName()))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }
}
