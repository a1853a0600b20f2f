package se.nollan.publish.submissions;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** What of a month is sent, and what of that is not yet evaluated. */
@ApplicationScoped
public class CoverageRepository {

    /** What submissions that stand cover of the month, a line at a time. */
    public Uni<List<Delivery>> deliveries(Session session, YearMonth month) {
        return session.createNativeQuery("""
                        select s.provider, s.system, l.line, s.from_day, s.to_day
                        from submission s join submission_line l on l.submission = s.id
                        where s.state in ('accepted', 'evaluated', 'superseded')
                          and s.from_day <= :last and s.to_day >= :first
                        """, Tuple.class)
                .setParameter("first", month.atDay(1))
                .setParameter("last", month.atEndOfMonth())
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Delivery(
                                row.get("provider", String.class),
                                row.get("system", String.class),
                                row.get("line", String.class),
                                row.get("from_day", LocalDate.class),
                                row.get("to_day", LocalDate.class)))
                        .toList());
    }

    /**
     * Slices sent but not evaluated that touch a unit of the region. A slice whose units no register knows yet may be of any
     * region, and counts for all.
     */
    public Uni<List<OutstandingSlice>> outstanding(Session session, YearMonth month, String region, boolean nation) {
        return session.createNativeQuery("""
                        select s.provider, s.system, s.line, s.day, s.revision, s.submission,
                            coalesce(array_to_string(l.units, ' '), '') as units
                        from sent_slice s
                        left join evaluated_slice e using (provider, system, line, day)
                        left join submission_line l on l.submission = s.submission and l.line = s.line
                        where s.day between :first and :last
                          and s.revision > coalesce(e.revision, 0)
                          and (:nation
                            or exists (select from unit_region u where u.unit = any(l.units) and u.region = :region)
                            or not exists (select from unit_region u where u.unit = any(l.units)))
                        order by s.provider, s.system, s.line, s.day
                        """, Tuple.class)
                .setParameter("first", month.atDay(1))
                .setParameter("last", month.atEndOfMonth())
                .setParameter("nation", nation)
                .setParameter("region", region)
                .getResultList()
                .map(rows -> rows.stream().map(CoverageRepository::slice).toList());
    }

    private static OutstandingSlice slice(Tuple row) {
        String units = row.get("units", String.class);
        return new OutstandingSlice(
                row.get("provider", String.class),
                row.get("system", String.class),
                row.get("line", String.class),
                row.get("day", LocalDate.class),
                row.get("revision", Long.class),
                row.get("submission", String.class),
                units.isEmpty() ? List.of() : List.of(units.split(" ")));
    }

    /** What stands of the month for the region and has rows that say something of their source, by when it was received. */
    public Uni<List<DoubtfulRows>> doubtful(Session session, YearMonth month, String region) {
        return session.createNativeQuery("""
                        select s.id, s.provider, s.system, s.from_day, s.to_day,
                            s.unknown_lines, s.skipped_times, s.repeated_times
                        from submission s
                        where s.from_day <= :last and s.to_day >= :first and s.state in ('accepted', 'evaluated')
                          and s.unknown_lines + s.skipped_times + s.repeated_times > 0
                          and exists (select from submission_line l join unit_region u on u.unit = any(l.units)
                              where l.submission = s.id and u.region = :region)
                        order by s.received_at, s.id
                        """, Tuple.class)
                .setParameter("first", month.atDay(1))
                .setParameter("last", month.atEndOfMonth())
                .setParameter("region", region)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new DoubtfulRows(
                                row.get("id", String.class),
                                row.get("provider", String.class),
                                row.get("system", String.class),
                                row.get("from_day", LocalDate.class),
                                row.get("to_day", LocalDate.class),
                                row.get("unknown_lines", Long.class),
                                row.get("skipped_times", Long.class),
                                row.get("repeated_times", Long.class)))
                        .toList());
    }

    /** Submissions of the month that touch the region, or whose lines are not known yet, by when they were received. */
    public Uni<List<SubmissionStanding>> submissions(Session session, YearMonth month, String region, boolean nation) {
        return session.createNativeQuery("""
                        with waiting as (
                            select t.submission, count(*) as slices
                            from sent_slice t left join evaluated_slice e using (provider, system, line, day)
                            where t.day between :first and :last and t.revision > coalesce(e.revision, 0)
                            group by t.submission)
                        select s.id, s.provider, s.system, s.from_day, s.to_day, s.state, coalesce(w.slices, 0) as slices
                        from submission s left join waiting w on w.submission = s.id
                        where s.from_day <= :last and s.to_day >= :first
                          and (:nation
                            or exists (select from submission_line l join unit_region u on u.unit = any(l.units)
                                where l.submission = s.id and u.region = :region)
                            or not exists (select from submission_line l where l.submission = s.id))
                        order by s.received_at, s.id
                        """, Tuple.class)
                .setParameter("first", month.atDay(1))
                .setParameter("last", month.atEndOfMonth())
                .setParameter("nation", nation)
                .setParameter("region", region)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new SubmissionStanding(
                                row.get("id", String.class),
                                row.get("provider", String.class),
                                row.get("system", String.class),
                                row.get("from_day", LocalDate.class),
                                row.get("to_day", LocalDate.class),
                                row.get("state", String.class),
                                row.get("slices", Long.class)))
                        .toList());
    }
}
