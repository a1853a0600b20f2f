package se.nollan.ingest.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** What one provider's system says, by the database's number. */
@ApplicationScoped
public class SubmissionSources {

    /** The number of a source, which it has from now on. */
    public Uni<Integer> of(Session session, String provider, String system) {
        return session.createNativeQuery(
                        "insert into source (provider, system) values (:provider, :system) on conflict do nothing")
                .setParameter("provider", provider)
                .setParameter("system", system)
                .executeUpdate()
                .chain(() -> session.createNativeQuery(
                                "select id from source where provider = :provider and system = :system", Integer.class)
                        .setParameter("provider", provider)
                        .setParameter("system", system)
                        .getSingleResult());
    }
}
