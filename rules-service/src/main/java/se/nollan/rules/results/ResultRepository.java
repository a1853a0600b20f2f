package se.nollan.rules.results;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.AbstractQuery;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import se.nollan.rules.queue.QueueRepository;
import se.nollan.rules.queue.UnitDay;

/** Results by revision. */
@ApplicationScoped
public class ResultRepository {

    /** What stands of the unit-days and of the given keys, locked: revisions are assigned under this lock. */
    public Uni<List<ResultHead>> lock(Session session, Collection<UnitDay> unitDays, Collection<ResultHead.Key> keys) {
        return QueueRepository.withUnitDays(session.createNativeQuery("""
                        select h.unit, h.day, h.channel, h.revision, h.hash, h.rule_set, h.root, h.region, h.provider
                        from result_head h
                        join (
                          select r.unit, r.day, r.channel from result_head r
                          join unnest(cast(:roots as text[]), cast(:days as date[])) as d(root, day) using (root, day)
                          union
                          select unit, day, channel
                          from unnest(cast(:units as text[]), cast(:unitDays as date[]), cast(:channels as text[]))
                            as k(unit, day, channel)
                        ) as wanted using (unit, day, channel)
                        order by h.unit, h.day, h.channel
                        for no key update of h
                        """, Tuple.class), unitDays)
                .setParameter("units", keys.stream().map(ResultHead.Key::unit).toArray(String[]::new))
                .setParameter("unitDays", keys.stream().map(ResultHead.Key::day).toArray(LocalDate[]::new))
                .setParameter(
                        "channels", keys.stream().map(ResultHead.Key::channel).toArray(String[]::new))
                .getResultList()
                .map(rows -> rows.stream().map(ResultRepository::standing).toList());
    }

    private static ResultHead standing(Tuple row) {
        return new ResultHead(
                new ResultHead.Key(
                        row.get("unit", String.class),
                        row.get("day", LocalDate.class),
                        row.get("channel", String.class)),
                row.get("revision", Long.class),
                row.get("hash", String.class),
                row.get("rule_set", String.class),
                row.get("root", String.class),
                row.get("region", String.class),
                row.get("provider", String.class));
    }

    /** Adds revisions and moves what stands. Two that add the same revision cannot both commit. */
    public Uni<Void> write(Session session, List<NewResult> results, Instant evaluatedAt) {
        List<NewResult> revisions =
                results.stream().filter(result -> result.body() != null).toList();
        Uni<Integer> added = revisions.isEmpty()
                ? Uni.createFrom().item(0)
                : withKeys(session.createNativeQuery("""
                        insert into result (unit, day, channel, revision, hash, body, evaluated_at)
                        select unit, day, channel, revision, hash, body, :evaluatedAt
                        from unnest(cast(:units as text[]), cast(:days as date[]), cast(:channels as text[]),
                                    cast(:revisions as bigint[]), cast(:hashes as text[]), cast(:bodies as text[]))
                          as r(unit, day, channel, revision, hash, body)
                        """), revisions)
                        .setParameter("bodies", column(revisions, NewResult::body))
                        .setParameter("evaluatedAt", evaluatedAt)
                        .executeUpdate();
        return added.chain(() -> results.isEmpty()
                ? Uni.createFrom().voidItem()
                : withKeys(session.createNativeQuery("""
                        insert into result_head (unit, day, channel, revision, hash, rule_set, root, region, provider)
                        select * from unnest(cast(:units as text[]), cast(:days as date[]), cast(:channels as text[]),
                                    cast(:revisions as bigint[]), cast(:hashes as text[]), cast(:ruleSets as text[]),
                                    cast(:roots as text[]), cast(:regions as text[]), cast(:providers as text[]))
                        on conflict (unit, day, channel) do update
                        set revision = excluded.revision, hash = excluded.hash, rule_set = excluded.rule_set,
                            root = excluded.root, region = excluded.region, provider = excluded.provider
                        """), results)
                        .setParameter("ruleSets", column(results, result -> result.standing()
                                .ruleSet()))
                        .setParameter("roots", column(results, result -> result.standing()
                                .root()))
                        .setParameter("regions", column(results, result -> result.standing()
                                .region()))
                        .setParameter("providers", column(results, result -> result.standing()
                                .provider()))
                        .executeUpdate()
                        .replaceWithVoid());
    }

    private static <Q extends AbstractQuery> Q withKeys(Q query, List<NewResult> results) {
        query.setParameter(
                "units", column(results, result -> result.standing().key().unit()));
        query.setParameter(
                "days",
                results.stream().map(result -> result.standing().key().day()).toArray(LocalDate[]::new));
        query.setParameter(
                "channels", column(results, result -> result.standing().key().channel()));
        query.setParameter(
                "revisions",
                results.stream().map(result -> result.standing().revision()).toArray(Long[]::new));
        query.setParameter("hashes", column(results, result -> result.standing().hash()));
        return query;
    }

    private static String[] column(List<NewResult> results, Function<NewResult, String> part) {
        return results.stream().map(part).toArray(String[]::new);
    }
}
