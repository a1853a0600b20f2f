package se.nollan.publish.statement;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny.SelectionQuery;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Page;
import se.nollan.base.http.Paging;

/** The list of statements: what each is called and where it stands, without its figures. */
@ApplicationScoped
class StatementList {

    /** One statement in the list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Entry(
            String id,
            String region,
            String month,
            int version,
            String state,
            @Nullable String hash,
            @Nullable String reason,
            Instant draftedAt,
            @Nullable Instant signedAt) {}

    /**
     * What is asked for; null asks for all.
     *
     * @param draftsOf regions whose drafts the caller may see
     */
    record Filter(
            @Nullable String region,
            @Nullable String month,
            @Nullable String state,
            Set<String> draftsOf) {}

    private static final String MATCHING = """
            from (
                select t.id, t.region, t.month, t.version, 'signed' as state, p.hash, reason, drafted_at, signed_at
                from signed_statement t left join published_statement p on p.id = t.id
                union all
                select id, region, month, version, 'draft', null, reason, drafted_at, null
                from draft where region in (select jsonb_array_elements_text(cast(cast(:draftsOf as text) as jsonb)))
            ) s
            where s.region = coalesce(cast(:region as text), s.region)
              and s.month = coalesce(cast(:month as text), s.month)
              and s.state = coalesce(cast(:state as text), s.state)
            """;

    private final SessionFactory sessions;

    StatementList(SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** The newest month first, within it by region, the newest version first. */
    Uni<Page<Entry>> page(Filter filter, Paging paging) {
        return sessions.withTransaction(session -> count(session, filter).chain(total -> items(session, filter, paging)
                .map(items -> new Page<>(items, paging.page(), paging.limit(), total))));
    }

    private static Uni<Long> count(Session session, Filter filter) {
        return bind(session.createNativeQuery("select count(*) " + MATCHING, Long.class), filter)
                .getSingleResult();
    }

    private static Uni<List<Entry>> items(Session session, Filter filter, Paging paging) {
        var query = session.createNativeQuery(
                "select id, region, month, version, state, hash, reason,"
                        + " cast(extract(epoch from drafted_at) * 1000 as bigint) as drafted_at,"
                        + " cast(extract(epoch from signed_at) * 1000 as bigint) as signed_at " + MATCHING
                        + " order by s.month desc, s.region, s.version desc limit :limit offset :offset",
                Tuple.class);
        return bind(query, filter)
                .setParameter("limit", paging.limit())
                .setParameter("offset", paging.offset())
                .getResultList()
                .map(rows -> rows.stream().map(StatementList::entry).toList());
    }

    private static <T> SelectionQuery<T> bind(SelectionQuery<T> query, Filter filter) {
        return query.setParameter("draftsOf", new JsonArray(List.copyOf(filter.draftsOf)).encode())
                .setParameter("region", filter.region)
                .setParameter("month", filter.month)
                .setParameter("state", filter.state);
    }

    private static Entry entry(Tuple row) {
        return new Entry(
                row.get("id", String.class),
                row.get("region", String.class),
                row.get("month", String.class),
                row.get("version", Integer.class),
                row.get("state", String.class),
                row.get("hash", String.class),
                row.get("reason", String.class),
                Instant.ofEpochMilli(row.get("drafted_at", Long.class)),
                row.get("signed_at") == null ? null : Instant.ofEpochMilli(row.get("signed_at", Long.class)));
    }
}
