package se.nollan.rules.followup;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Paging;
import se.nollan.base.http.Problems;

/** Every version of the regions' own rules. */
@ApplicationScoped
public class OwnRulesRepository {

    /** Apart from other locks of this service. */
    private static final int FOLLOW_UP_LOCK = 7_430;

    private static final String COLUMNS = """
            select region, version, required_attempts, closed_from, closed_to, target_minutes, changed_at, changed_by
            from follow_up_rules where region = :region
            """;

    /** The newest version, or the one asked for; null when there is none. */
    public Uni<@Nullable OwnRulesVersion> find(Session session, String region, @Nullable Long version) {
        return session.createNativeQuery(
                        COLUMNS
                                + " and (cast(:version as bigint) is null or version = cast(:version as bigint))"
                                + " order by version desc limit 1",
                        Tuple.class)
                .setParameter("region", region)
                .setParameter("version", version)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : version(row));
    }

    /** The same; a problem (404) where the region keeps none. */
    public Uni<OwnRulesVersion> get(Session session, String region, @Nullable Long version) {
        return find(session, region, version)
                .onItem()
                .ifNull()
                .failWith(() -> Problems.notFound(
                        "The region keeps no such rules of its own. Its coordinator may set them with PUT"
                                + " /rules/v1/regions/{region}/follow-up."));
    }

    /** The newest first. */
    Uni<List<OwnRulesVersion>> history(Session session, String region, Paging paging) {
        return session.createNativeQuery(COLUMNS + " order by version desc limit :limit offset :offset", Tuple.class)
                .setParameter("region", region)
                .setParameter("limit", paging.limit())
                .setParameter("offset", paging.offset())
                .getResultList()
                .map(rows -> rows.stream().map(OwnRulesRepository::version).toList());
    }

    Uni<Long> count(Session session, String region) {
        return session.createNativeQuery("select count(*) from follow_up_rules where region = :region", Long.class)
                .setParameter("region", region)
                .getSingleResult();
    }

    /** Adds a version, unless the newest says the same. Two who change at once come one after the other. */
    Uni<OwnRulesVersion> change(Session session, String region, OwnRules rules, Instant now, String by) {
        return session.createNativeQuery(
                        "select count(*) from (select pg_advisory_xact_lock(:space, hashtext(cast(:region as text)))) held",
                        Long.class)
                .setParameter("space", FOLLOW_UP_LOCK)
                .setParameter("region", region)
                .getSingleResult()
                .chain(() -> find(session, region, null))
                .chain(newest -> newest != null && newest.rules().equals(rules)
                        ? Uni.createFrom().item(newest)
                        : add(
                                session,
                                new OwnRulesVersion(
                                        region, newest == null ? 1 : newest.version() + 1, rules, now, by)));
    }

    private static Uni<OwnRulesVersion> add(Session session, OwnRulesVersion version) {
        return session.createNativeQuery("""
                        insert into follow_up_rules (region, version, required_attempts, closed_from, closed_to, target_minutes,
                                                     changed_at, changed_by)
                        values (:region, :version, :attempts, cast(:closedFrom as time), cast(:closedTo as time),
                                cast(:target as int), :changedAt, :changedBy)
                        """)
                .setParameter("region", version.region())
                .setParameter("version", version.version())
                .setParameter("attempts", version.rules().requiredAttempts())
                .setParameter("closedFrom", version.rules().closedQueueFrom())
                .setParameter("closedTo", version.rules().closedQueueTo())
                .setParameter("target", version.rules().targetMinutes())
                .setParameter("changedAt", version.changedAt())
                .setParameter("changedBy", version.changedBy())
                .executeUpdate()
                .replaceWith(version);
    }

    private static OwnRulesVersion version(Tuple row) {
        return new OwnRulesVersion(
                row.get("region", String.class),
                row.get("version", Long.class),
                new OwnRules(
                        row.get("required_attempts", Integer.class),
                        row.get("closed_from", LocalTime.class),
                        row.get("closed_to", LocalTime.class),
                        row.get("target_minutes", Integer.class)),
                row.get("changed_at", OffsetDateTime.class).toInstant(),
                row.get("changed_by", String.class));
    }
}
