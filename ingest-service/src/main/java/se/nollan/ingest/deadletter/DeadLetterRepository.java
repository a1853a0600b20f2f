package se.nollan.ingest.deadletter;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.AbstractQuery;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;
import se.nollan.base.database.Instants;
import se.nollan.base.http.Paging;

/** The table {@code dead_letter}. */
@ApplicationScoped
public class DeadLetterRepository {
    private static final int TOGETHER = 100;

    private static final String COLUMNS = """
            select id, letter_partition, letter_offset, died_at, topic, topic_partition, topic_offset, service, type, reason,
                   key, body, replayed_at, replayed_by
            from dead_letter
            """;

    private static final String WANTED = """
             where (cast(:topic as text) is null or topic = cast(:topic as text))
               and (cast(:replayed as boolean) is null or (replayed_at is not null) = cast(:replayed as boolean))
            """;

    /** A dead letter as it is kept. */
    record Kept(
            long id,
            DeadLetter letter,
            @Nullable Instant replayedAt,
            @Nullable String replayedBy) {}

    /** What a list is narrowed to; null: not at all. */
    record Wanted(@Nullable String topic, @Nullable Boolean replayed) {}

    /** Keeps it, once. */
    Uni<Void> keep(Session session, DeadLetter letter) {
        return session.createNativeQuery("""
                        insert into dead_letter (letter_partition, letter_offset, died_at, topic, topic_partition, topic_offset,
                          service, type, reason, key, body)
                        values (:partition, :offset, :diedAt, :topic, :fromPartition, :fromOffset, :service, :type, :reason,
                          cast(:key as bytea), :body)
                        on conflict do nothing
                        """)
                .setParameter("partition", letter.at().partition())
                .setParameter("offset", letter.at().offset())
                .setParameter("diedAt", letter.diedAt())
                .setParameter("topic", letter.topic())
                .setParameter("fromPartition", letter.from().partition())
                .setParameter("fromOffset", letter.from().offset())
                .setParameter("service", letter.service())
                .setParameter("type", letter.type())
                .setParameter("reason", letter.reason())
                .setParameter("key", letter.key())
                .setParameter("body", letter.body())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** The newest first. */
    Uni<List<Kept>> list(Session session, Wanted wanted, Paging paging, int limit) {
        return bind(
                        session.createNativeQuery(
                                COLUMNS + WANTED + " order by id desc limit :limit offset :offset", Tuple.class),
                        wanted)
                .setParameter("limit", limit)
                .setParameter("offset", paging.offset())
                .getResultList()
                .map(rows -> rows.stream().map(DeadLetterRepository::kept).toList());
    }

    Uni<Long> count(Session session, Wanted wanted) {
        return bind(session.createNativeQuery("select count(*) from dead_letter" + WANTED, Long.class), wanted)
                .getSingleResult();
    }

    Uni<@Nullable Kept> find(Session session, long id) {
        return one(session, COLUMNS + " where id = :id", id);
    }

    /** Locked until the transaction ends, so that it is sent again once. */
    Uni<@Nullable Kept> lock(Session session, long id) {
        return one(session, COLUMNS + " where id = :id for no key update", id);
    }

    private static Uni<@Nullable Kept> one(Session session, String sql, long id) {
        return session.createNativeQuery(sql, Tuple.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .map(row -> row == null ? null : kept(row));
    }

    Uni<Void> replayed(Session session, long id, Instant at, String by) {
        return session.createNativeQuery("update dead_letter set replayed_at = :at, replayed_by = :by where id = :id")
                .setParameter("at", at)
                .setParameter("by", by)
                .setParameter("id", id)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Drops some that died before {@code instant}; false: there was none left. */
    public Uni<Boolean> dropSome(Session session, Instant instant) {
        return session.createNativeQuery("""
                        delete from dead_letter where id in (
                          select id from dead_letter where died_at < :instant
                          order by died_at limit :together for update skip locked)
                        """)
                .setParameter("instant", instant)
                .setParameter("together", TOGETHER)
                .executeUpdate()
                .map(dropped -> dropped > 0);
    }

    private static <Q extends AbstractQuery> Q bind(Q query, Wanted wanted) {
        query.setParameter("topic", wanted.topic());
        query.setParameter("replayed", wanted.replayed());
        return query;
    }

    private static Kept kept(Tuple row) {
        var letter = new DeadLetter(
                new DeadLetter.Position(
                        row.get("letter_partition", Integer.class), row.get("letter_offset", Long.class)),
                Instants.of(row.get("died_at")),
                row.get("topic", String.class),
                new DeadLetter.Position(row.get("topic_partition", Integer.class), row.get("topic_offset", Long.class)),
                row.get("service", String.class),
                row.get("type", String.class),
                row.get("reason", String.class),
                row.get("key", byte[].class),
                row.get("body", byte[].class));
        return new Kept(
                row.get("id", Long.class),
                letter,
                row.get("replayed_at") == null ? null : Instants.of(row.get("replayed_at")),
                row.get("replayed_by", String.class));
    }
}
