package se.nollan.ingest.client;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import se.nollan.base.database.AdvisoryLock;
import se.nollan.base.database.Instants;

/** The table {@code provider_client}: revisions, of which the highest of a client stands. */
@ApplicationScoped
class ClientRepository {
    private static final String COLUMNS =
            "select c.client, c.revision, c.provider, c.state, c.authentication, c.changed_at, c.changed_by, c.reason,"
                    + " c.settled_at from provider_client c ";
    private static final String STANDS =
            " c.revision = (select max(r.revision) from provider_client r where r.client = c.client) ";

    /** How many clients the provider has had. One that is taken on gets the next number. */
    Uni<Long> count(Session session, String provider) {
        return session.createNativeQuery(
                        "select count(distinct client) from provider_client where provider = :provider", Long.class)
                .setParameter("provider", provider)
                .getSingleResult();
    }

    /** All revisions of the provider's clients, each client's newest first. */
    Uni<List<ProviderClient>> all(Session session, String provider) {
        return session.createNativeQuery(
                        COLUMNS + "where c.provider = :provider order by c.client, c.revision desc", Tuple.class)
                .setParameter("provider", provider)
                .getResultList()
                .map(ClientRepository::clients);
    }

    /** What stands of a client; one change of it at a time, until the transaction ends. */
    Uni<Optional<ProviderClient>> locked(Session session, String provider, String id) {
        return AdvisoryLock.hold(session, "nollan.client", id)
                .chain(() -> session.createNativeQuery(
                                COLUMNS + "where c.client = :id and c.provider = :provider and" + STANDS, Tuple.class)
                        .setParameter("id", id)
                        .setParameter("provider", provider)
                        .getResultList())
                .map(rows -> clients(rows).stream().findFirst());
    }

    /** What stands of clients, and Keycloak is yet to be told. */
    Uni<List<ProviderClient>> unsettled(Session session) {
        return session.createNativeQuery(
                        COLUMNS + "where c.settled_at is null and" + STANDS + "order by c.client", Tuple.class)
                .setMaxResults(100)
                .getResultList()
                .map(ClientRepository::clients);
    }

    Uni<Void> add(Session session, ProviderClient client) {
        return session.createNativeQuery("""
                        insert into provider_client
                            (client, revision, provider, state, authentication, changed_at, changed_by, reason, settled_at)
                        values (:client, :revision, :provider, :state, :authentication, :at, :by, cast(:reason as text),
                                case when :settled then cast(:at as timestamptz) end)
                        """)
                .setParameter("client", client.id())
                .setParameter("revision", client.revision())
                .setParameter("provider", client.provider())
                .setParameter("state", client.state().word())
                .setParameter("authentication", client.authentication().word())
                .setParameter("at", client.changedAt())
                .setParameter("by", client.changedBy())
                .setParameter("reason", client.reason())
                .setParameter("settled", client.settled())
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> settled(Session session, ProviderClient client, Instant at) {
        return session.createNativeQuery(
                        "update provider_client set settled_at = :at where client = :client and revision = :revision")
                .setParameter("at", at)
                .setParameter("client", client.id())
                .setParameter("revision", client.revision())
                .executeUpdate()
                .replaceWithVoid();
    }

    private static List<ProviderClient> clients(List<Tuple> rows) {
        return rows.stream()
                .map(row -> new ProviderClient(
                        row.get("client", String.class),
                        row.get("revision", Number.class).longValue(),
                        row.get("provider", String.class),
                        ProviderClient.State.of(row.get("state", String.class)).orElseThrow(),
                        ProviderClient.Authentication.ofWord(row.get("authentication", String.class)),
                        Instants.of(row.get("changed_at")),
                        row.get("changed_by", String.class),
                        row.get("reason", String.class),
                        row.get("settled_at") != null))
                .toList();
    }
}
