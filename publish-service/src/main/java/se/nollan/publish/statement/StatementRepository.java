package se.nollan.publish.statement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.figure.Scope;

/** Drafts and signed statements. */
@ApplicationScoped
class StatementRepository {

    /** One at a time drafts or signs a region and month, over all replicas; the lock goes with the transaction. */
    Uni<Void> lock(Session session, StatementId id) {
        return session.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(:name, 0)) as text)", String.class)
                .setParameter("name", "statement " + id.scope().region() + ' ' + id.month())
                .getSingleResult()
                .replaceWithVoid();
    }

    Uni<@Nullable SignedRow> signed(Session session, StatementId id) {
        return session.find(SignedRow.class, id.toString());
    }

    Uni<@Nullable DraftRow> draft(Session session, StatementId id) {
        return session.find(DraftRow.class, id.toString());
    }

    /** The last version signed of a region and month. */
    Uni<Optional<SignedRow>> lastSigned(Session session, Scope scope, YearMonth month) {
        return session.createSelectionQuery(
                        "from SignedRow where region = :region and month = :month order by version desc",
                        SignedRow.class)
                .setParameter("region", scope.region())
                .setParameter("month", month.toString())
                .setMaxResults(1)
                .getResultList()
                .map(rows -> rows.stream().findFirst());
    }

    /** Puts a draft in place of the one that the region and month may have. */
    Uni<Void> replaceDraft(Session session, DraftRow draft) {
        return session.createMutationQuery("delete from DraftRow where region = :region and month = :month")
                .setParameter("region", draft.region)
                .setParameter("month", draft.month)
                .executeUpdate()
                .chain(() -> session.persist(draft))
                .chain(session::flush);
    }

    /** Makes a draft a signed statement. */
    Uni<Void> sign(Session session, DraftRow draft, SignedRow signed) {
        return session.persist(signed).chain(() -> session.remove(draft)).chain(session::flush);
    }
}
