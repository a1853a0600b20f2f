package se.nollan.publish.statement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;
import se.nollan.publish.figure.Scope;

/** Drafts and signed statements. */
@ApplicationScoped
class StatementRepository {

    /**
     * One at a time drafts or signs a month, over all replicas, for what a region tells bears on what the nation may. The lock goes with the
     * transaction.
     */
    Uni<Void> lock(Session session, StatementId id) {
        return session.createNativeQuery(
                        "select cast(pg_advisory_xact_lock(hashtextextended(:name, 0)) as text)", String.class)
                .setParameter("name", "statement " + id.month())
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

    /** Makes a draft a signed statement, and what the public gets of it. */
    Uni<Void> sign(Session session, DraftRow draft, SignedRow signed, PublishedRow published) {
        return session.persist(signed)
                .chain(() -> session.remove(draft))
                .chain(session::flush)
                .chain(() -> session.persist(published))
                .chain(session::flush);
    }

    /** What has been told of a month that has cells in common with the scope: the region's own versions and the nation's. */
    Uni<List<String>> told(Session session, Scope scope, YearMonth month) {
        return session.createNativeQuery(
                        "select disclosure from published_statement where month = :month"
                                + " and (:nation or region = :region or region = '00') order by id",
                        String.class)
                .setParameter("month", month.toString())
                .setParameter("nation", scope.nation())
                .setParameter("region", scope.region())
                .getResultList();
    }

    /** The hash of what the public got of a version; null when there is none. */
    Uni<@Nullable String> publishedHash(Session session, String id) {
        return session.createNativeQuery("select hash from published_statement where id = :id", String.class)
                .setParameter("id", id)
                .getSingleResultOrNull();
    }

    Uni<Optional<PublicForm>> publicForm(Session session, StatementId id, boolean table) {
        String form = table ? "csv as body, csv_tag as tag" : "json as body, json_tag as tag";
        return session.createNativeQuery("select " + form + " from published_statement where id = :id", Tuple.class)
                .setParameter("id", id.toString())
                .getSingleResultOrNull()
                .map(row -> Optional.ofNullable(row)
                        .map(found -> new PublicForm(found.get("body", String.class), found.get("tag", String.class))));
    }
}
