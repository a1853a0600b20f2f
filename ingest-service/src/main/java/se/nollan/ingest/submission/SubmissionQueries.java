package se.nollan.ingest.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Page;
import se.nollan.base.http.Paging;
import se.nollan.base.http.Problems;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;
import se.nollan.ingest.format.TimeText;
import se.nollan.ingest.register.CurrentRegister;

/** Submissions as far as the caller may see them. */
@ApplicationScoped
class SubmissionQueries {
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final SessionFactory sessions;
    private final SubmissionRepository submissions;
    private final CurrentRegister currentRegister;
    private final Callers callers;

    SubmissionQueries(
            SessionFactory sessions,
            SubmissionRepository submissions,
            CurrentRegister currentRegister,
            Callers callers) {
        this.sessions = sessions;
        this.submissions = submissions;
        this.currentRegister = currentRegister;
        this.callers = callers;
    }

    /** A submission of a provider that the caller may act for. */
    Uni<Submission> own(UUID id) {
        return callers.current().chain(caller -> sessions.withTransaction(session -> found(session, id))
                .invoke(submission -> {
                    if (!caller.actsFor(submission.provider())) {
                        throw SubmissionProblems.foreignProvider();
                    }
                }));
    }

    /** A submission that the caller may see: its provider's, or of a provider in a region that the caller oversees. */
    Uni<Submission> visible(UUID id) {
        return callers.current()
                .chain(caller -> sessions.withTransaction(session -> found(session, id)
                        .chain(submission -> currentRegister.current(session).map(register -> {
                            if (!register.isSeenBy(caller, submission.provider())) {
                                throw Problems.notAllowed("The submission is of a provider that you may not see.");
                            }
                            return submission;
                        }))));
    }

    Uni<Page<SubmissionBody>> list(
            @Nullable String provider,
            @Nullable String state,
            @Nullable String from,
            @Nullable String to,
            int page,
            int limit) {
        var paging = Paging.of(page, limit);
        var wrong = new ArrayList<SubmissionParameters.Wrong>();
        var wanted = state == null ? null : SubmissionState.of(state);
        if (state != null && wanted == null) {
            wrong.add(new SubmissionParameters.Wrong("state", "There is no such state."));
        }
        var first = date("from", from, FIRST_DAY, wrong);
        var last = date("to", to, LAST_DAY, wrong);
        if (!wrong.isEmpty()) {
            throw SubmissionProblems.wrong(wrong);
        }
        return callers.current()
                .chain(caller -> sessions.withTransaction(session -> providers(session, caller, provider)
                        .chain(providers -> providers.isEmpty()
                                ? Uni.createFrom().item(new Page<>(List.<SubmissionBody>of(), page, limit, 0))
                                : page(
                                        session,
                                        new SubmissionRepository.Filter(providers, wanted, first, last),
                                        page,
                                        limit,
                                        paging.offset()))));
    }

    private Uni<Page<SubmissionBody>> page(
            Session session, SubmissionRepository.Filter filter, int page, int limit, long offset) {
        return submissions.count(session, filter).chain(total -> submissions
                .list(session, filter, limit, offset)
                .map(found ->
                        new Page<>(found.stream().map(SubmissionBody::brief).toList(), page, limit, total)));
    }

    private Uni<Collection<String>> providers(Session session, Caller caller, @Nullable String named) {
        return currentRegister
                .current(session)
                .chain(register -> submissions.providers(session).map(all -> {
                    if (named != null && !register.isSeenBy(caller, named)) {
                        throw SubmissionProblems.foreignProvider();
                    }
                    return all.stream()
                            .filter(one -> named == null ? register.isSeenBy(caller, one) : one.equals(named))
                            .toList();
                }));
    }

    private Uni<Submission> found(Session session, UUID id) {
        return submissions.find(session, id).map(staged -> {
            if (staged == null) {
                throw Problems.notFound("There is no submission with this id.");
            }
            return staged.submission();
        });
    }

    private static LocalDate date(
            String name, @Nullable String text, LocalDate otherwise, List<SubmissionParameters.Wrong> wrong) {
        var date = text == null ? otherwise : TimeText.date(text);
        if (date == null) {
            wrong.add(new SubmissionParameters.Wrong(name, "Give a date such as 2026-10-31."));
            return otherwise;
        }
        return date;
    }
}
