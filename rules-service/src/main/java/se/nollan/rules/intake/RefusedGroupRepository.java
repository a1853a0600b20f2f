package se.nollan.rules.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import se.nollan.base.http.Paging;

/** Groups of contacts that could not be taken in. Sole writer of {@code refused_group}. */
@ApplicationScoped
class RefusedGroupRepository {

    Uni<Void> add(Session session, RefusedGroup refused) {
        return session.createNativeQuery("""
                        insert into refused_group (group_id, submission, first_day, last_day, parts, reason, refused_at)
                        values (:group, :submission, :from, :to, :parts, :reason, :at)
                        on conflict (group_id) do nothing
                        """)
                .setParameter("group", refused.group())
                .setParameter("submission", refused.submission())
                .setParameter("from", refused.from())
                .setParameter("to", refused.to())
                .setParameter("parts", refused.parts())
                .setParameter("reason", refused.reason())
                .setParameter("at", refused.refusedAt())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The newest first. */
    Uni<List<RefusedGroup>> list(Session session, Paging paging) {
        return session.createNativeQuery("""
                        select group_id, submission, first_day, last_day, parts, reason, refused_at from refused_group
                        order by refused_at desc, group_id limit :limit offset :offset
                        """, Tuple.class)
                .setParameter("limit", paging.limit())
                .setParameter("offset", paging.offset())
                .getResultList()
                .map(rows -> rows.stream().map(RefusedGroupRepository::refused).toList());
    }

    private static RefusedGroup refused(Tuple row) {
        return new RefusedGroup(
                row.get("group_id", String.class),
                row.get("submission", String.class),
                row.get("first_day", LocalDate.class),
                row.get("last_day", LocalDate.class),
                row.get("parts", Integer.class),
                row.get("reason", String.class),
                row.get("refused_at", OffsetDateTime.class).toInstant());
    }

    Uni<Long> count(Session session) {
        return session.createNativeQuery("select count(*) from refused_group", Long.class)
                .getSingleResult();
    }

    /** Whether there was such a group. */
    Uni<Boolean> dismiss(Session session, String group) {
        return session.createNativeQuery("delete from refused_group where group_id = :group")
                .setParameter("group", group)
                .executeUpdate()
                .map(deleted -> deleted > 0);
    }
}
