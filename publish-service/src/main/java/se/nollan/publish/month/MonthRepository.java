package se.nollan.publish.month;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import se.nollan.publish.figure.Scope;
import se.nollan.publish.register.Register;
import se.nollan.publish.register.RegisterRepository;
import se.nollan.publish.results.PutAsideRepository;
import se.nollan.publish.results.ResultRepository;
import se.nollan.publish.submissions.CoverageRepository;
import se.nollan.publish.submissions.OutstandingSlice;
import se.nollan.publish.submissions.ReEvaluationRepository;
import se.nollan.publish.submissions.SubmissionStanding;
import se.nollan.publish.submissions.WorkedThrough;

/** Reads what a month is made from. */
@ApplicationScoped
public class MonthRepository {

    private final SessionFactory sessions;
    private final RegisterRepository register;
    private final ResultRepository results;
    private final CoverageRepository sent;
    private final PutAsideRepository putAside;
    private final ReEvaluationRepository reEvaluations;

    MonthRepository(
            SessionFactory sessions,
            RegisterRepository register,
            ResultRepository results,
            CoverageRepository sent,
            PutAsideRepository putAside,
            ReEvaluationRepository reEvaluations) {
        this.sessions = sessions;
        this.register = register;
        this.results = results;
        this.sent = sent;
        this.putAside = putAside;
        this.reEvaluations = reEvaluations;
    }

    /** The basis of a month; empty while no register has come. */
    Uni<Optional<MonthInput>> basis(Scope scope, YearMonth month) {
        return sessions.withTransaction(session -> register.newest(session)
                .chain(newest -> newest.isEmpty()
                        ? Uni.createFrom().item(Optional.<MonthInput>empty())
                        : basis(session, scope, month, newest.get()).map(Optional::of)));
    }

    private Uni<MonthInput> basis(Session session, Scope scope, YearMonth month, Register newest) {
        return watermark(session, scope, month)
                .chain(mark -> results.month(session, month, scope.region(), scope.nation())
                        .chain(rows -> results.ruleSets(session).chain(ruleSets -> sent.deliveries(session, month)
                                .chain(deliveries -> outstanding(session, scope, month)
                                        .chain(slices -> putAside.month(session, month, scope.region(), scope.nation())
                                                .chain(aside -> workedThrough(session, scope, month)
                                                        .map(through -> new MonthInput(
                                                                mark,
                                                                newest,
                                                                rows,
                                                                ruleSets,
                                                                deliveries,
                                                                slices,
                                                                aside,
                                                                through))))))));
    }

    public Uni<Watermark> watermark(Session session, Scope scope, YearMonth month) {
        return session.createNativeQuery("""
                        select
                            (select coalesce(max(version), 0) from register_version) as register_version,
                            (select coalesce(max(revision), 0) from re_evaluations) as re_evaluations,
                            m.results, m.revisions, s.submissions, s.revisions as submission_revisions
                        from
                            (select count(*) as results, cast(coalesce(sum(r.revision), 0) as bigint) as revisions
                             from result r
                             where r.day between :first and :last
                               and (:nation or not exists (select from unit_region u where u.unit = r.unit)
                                 or exists (select from unit_region u where u.unit = r.unit and u.region = :region))) m,
                            (select count(*) as submissions, cast(coalesce(sum(revision), 0) as bigint) as revisions
                             from submission where from_day <= :last and to_day >= :first) s
                        """, Tuple.class)
                .setParameter("first", month.atDay(1))
                .setParameter("last", month.atEndOfMonth())
                .setParameter("nation", scope.nation())
                .setParameter("region", scope.region())
                .getSingleResult()
                .map(row -> new Watermark(
                        row.get("register_version", Long.class),
                        row.get("re_evaluations", Long.class),
                        row.get("results", Long.class),
                        row.get("revisions", Long.class),
                        row.get("submissions", Long.class),
                        row.get("submission_revisions", Long.class)));
    }

    private Uni<WorkedThrough> workedThrough(Session session, Scope scope, YearMonth month) {
        return reEvaluations.of(session, month, scope.nation() ? null : scope.region());
    }

    Uni<List<OutstandingSlice>> outstanding(Session session, Scope scope, YearMonth month) {
        return sent.outstanding(session, month, scope.region(), scope.nation());
    }

    Uni<List<SubmissionStanding>> submissions(Scope scope, YearMonth month) {
        return sessions.withTransaction(session -> sent.submissions(session, month, scope.region(), scope.nation()));
    }
}
