package se.nollan.rules.queue;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;

/** The table {@code re_evaluation}, and what it puts into the queue. */
@ApplicationScoped
public class ReEvaluationRepository {

    static final String BY_OPERATOR = "operator";
    static final String BY_RULES = "rules";
    static final String BY_REGISTER = "register";

    /** Days that are not sealed. */
    private static final String KEPT = " and day >= (select days_before from seal) ";

    private final Clock clock;

    ReEvaluationRepository(Clock clock) {
        this.clock = clock;
    }

    /** One at work: what it marks next. */
    record AtWork(long id, String reason, LocalDate nextDay, LocalDate lastDay) {

        boolean isForRules() {
            return reason.equals(BY_RULES);
        }

        boolean isForRegister() {
            return reason.equals(BY_REGISTER);
        }
    }

    /** Rules by which results of a day stand, and of how many unit-days. */
    record Stands(LocalDate day, String ruleSet, long unitDays) {}

    /** How many unit-days of a period have results and are not sealed. */
    Uni<Long> unitDays(Session session, LocalDate first, LocalDate last) {
        return session.createNativeQuery(
                        "select count(*) from (select distinct day, root from result_head"
                                + " where day between :first and :last" + KEPT + ") as d",
                        Long.class)
                .setParameter("first", first)
                .setParameter("last", last)
                .getSingleResult();
    }

    Uni<List<Stands>> standing(Session session) {
        return session.createNativeQuery(
                        "select day, rule_set, count(distinct root) as unit_days from result_head where true" + KEPT
                                + "group by day, rule_set",
                        Tuple.class)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Stands(
                                row.get("day", LocalDate.class),
                                row.get("rule_set", String.class),
                                row.get("unit_days", Long.class)))
                        .toList());
    }

    Uni<Long> begin(Session session, String reason, LocalDate first, LocalDate last, String by, long unitDays) {
        return session.createNativeQuery("""
                        insert into re_evaluation (reason, first_day, last_day, asked_by, asked_at, unit_days, next_day)
                        values (:reason, :first, :last, :by, :now, :unitDays, :first)
                        returning id
                        """, Long.class)
                .setParameter("reason", reason)
                .setParameter("first", first)
                .setParameter("last", last)
                .setParameter("by", by)
                .setParameter("now", clock.instant())
                .setParameter("unitDays", unitDays)
                .getSingleResult();
    }

    /**
     * Begins what a new version of the register asks for: every slice, but those of sealed days, that one of the lines decides what it
     * touches. Nothing begins where there is none.
     *
     * @param regions whose figures may change by it
     */
    public Uni<Void> beginForRegister(Session session, long version, Set<String> lines, Set<String> regions) {
        return session.createNativeQuery("""
                        insert into re_evaluation (reason, first_day, last_day, asked_by, asked_at, unit_days, next_day, lines, regions)
                        select 'register', min(t.day), max(t.day), :by, :now, count(distinct (t.root, t.day)), min(t.day),
                               cast(:lines as text[]), cast(:regions as text[])
                        from slice_head h join touch t on t.slice_id = h.id
                        where h.lines && cast(:lines as text[]) and h.day >= (select days_before from seal)
                        having count(*) > 0
                        """)
                .setParameter("by", "register version " + version)
                .setParameter("now", clock.instant())
                .setParameter("lines", lines.toArray(String[]::new))
                .setParameter("regions", regions.toArray(String[]::new))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Ends what was begun for rules that are no longer in force; what it has marked is evaluated by those that are. */
    Uni<Void> endThoseForRules(Session session) {
        return session.createNativeQuery(
                        "update re_evaluation set finished_at = :now where finished_at is null and reason = 'rules'")
                .setParameter("now", clock.instant())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Those that are not finished, the oldest first. */
    Uni<List<AtWork>> atWork(Session session) {
        return session.createNativeQuery("""
                        select id, reason, next_day, last_day from re_evaluation where finished_at is null order by id
                        """, Tuple.class).getResultList().map(rows -> rows.stream()
                .map(row -> new AtWork(
                        row.get("id", Long.class),
                        row.get("reason", String.class),
                        row.get("next_day", LocalDate.class),
                        row.get("last_day", LocalDate.class)))
                .toList());
    }

    /** The first day from {@code from} on that has results and is not sealed; null: none up to {@code to}. */
    Uni<@Nullable LocalDate> nextDay(Session session, LocalDate from, LocalDate to) {
        return session.createNativeQuery(
                        "select min(day) from result_head where day between :from and :to" + KEPT, LocalDate.class)
                .setParameter("from", from)
                .setParameter("to", to)
                .getSingleResultOrNull();
    }

    /**
     * Puts a day's unit-days into the queue, behind what comes in; what waits there already keeps its place.
     *
     * @param unless leaves out what stands by this rule set; null: leaves out nothing
     * @return how many
     */
    Uni<Integer> mark(Session session, AtWork which, LocalDate day, @Nullable String unless) {
        return session.createNativeQuery("""
                        insert into dirty (root, day, background, re_evaluation)
                        select distinct root, day, true, cast(:id as bigint) from result_head
                        where day = :day and (cast(:unless as text) is null or rule_set <> cast(:unless as text))
                        order by root
                        on conflict (root, day) do update
                        set re_evaluation = excluded.re_evaluation, parked_at = null, reason = null
                        """)
                .setParameter("id", which.id)
                .setParameter("day", day)
                .setParameter("unless", unless)
                .executeUpdate();
    }

    /** Notes that a day is marked, and how many unit-days that were. */
    Uni<Void> dayMarked(Session session, AtWork which, LocalDate day, int marked) {
        return session.createNativeQuery("""
                        update re_evaluation set marked = marked + :marked, next_day = :next,
                          unit_days = greatest(unit_days, marked + :marked)
                        where id = :id
                        """)
                .setParameter("marked", marked)
                .setParameter("next", day.plusDays(1))
                .setParameter("id", which.id)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Notes that all days are marked, and that the re-evaluation has finished if nothing of it waits any more. */
    Uni<Void> marked(Session session, AtWork which) {
        return session.createNativeQuery("""
                        update re_evaluation set next_day = last_day + 1,
                          finished_at = case when not exists (
                            select 1 from dirty where re_evaluation = :id and parked_at is null) then cast(:now as timestamptz) end
                        where id = :id
                        """)
                .setParameter("id", which.id)
                .setParameter("now", clock.instant())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Whether so many wait behind what comes in that no more need be put there yet. */
    Uni<Boolean> areEnough(Session session, int enough) {
        return session.createNativeQuery("""
                        select count(*) from (select 1 from dirty where background and parked_at is null limit :enough) as b
                        """, Long.class)
                .setParameter("enough", enough)
                .getSingleResult()
                .map(waiting -> waiting >= enough);
    }
}
