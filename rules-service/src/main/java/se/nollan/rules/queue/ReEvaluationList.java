package se.nollan.rules.queue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;
import se.nollan.base.database.Instants;
import se.nollan.base.http.Paging;

/** How far re-evaluations have come, for the operator. */
@ApplicationScoped
class ReEvaluationList {

    private static final String SELECT = """
            select r.id, r.reason, r.first_day, r.last_day, r.asked_by, r.asked_at, r.unit_days, r.marked,
                   (select count(*) from dirty d where d.re_evaluation = r.id and d.parked_at is null) as waiting,
                   (select count(*) from dirty d where d.re_evaluation = r.id and d.parked_at is not null) as parked,
                   r.finished_at
            from re_evaluation r
            """;

    Uni<@Nullable ReEvaluation> find(Session session, long id) {
        return session.createNativeQuery(SELECT + "where r.id = :id", Tuple.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : reEvaluation(row));
    }

    /** The newest first. */
    Uni<List<ReEvaluation>> list(Session session, Paging paging) {
        return session.createNativeQuery(SELECT + "order by r.id desc limit :limit offset :offset", Tuple.class)
                .setParameter("limit", paging.limit())
                .setParameter("offset", paging.offset())
                .getResultList()
                .map(rows -> rows.stream().map(ReEvaluationList::reEvaluation).toList());
    }

    Uni<Long> count(Session session) {
        return session.createNativeQuery("select count(*) from re_evaluation", Long.class)
                .getSingleResult();
    }

    private static ReEvaluation reEvaluation(Tuple row) {
        long marked = row.get("marked", Long.class);
        long waiting = row.get("waiting", Long.class);
        long parked = row.get("parked", Long.class);
        return new ReEvaluation(
                row.get("id", Long.class),
                row.get("reason", String.class),
                row.get("first_day", LocalDate.class),
                row.get("last_day", LocalDate.class),
                row.get("asked_by", String.class),
                row.get("asked_at", OffsetDateTime.class).toInstant(),
                row.get("unit_days", Long.class),
                marked - waiting - parked,
                waiting,
                parked,
                row.get("finished_at") == null ? null : Instants.of(row.get("finished_at")));
    }
}
