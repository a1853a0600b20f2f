package se.nollan.ingest.submission;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.report.RowCounts;
import se.nollan.ingest.slice.StagedRows;

/**
 * Finishes what a service that died has begun: a body that was read whole is placed, any other submission fails and its sender
 * sends it again.
 */
@ApplicationScoped
class SubmissionRecovery {
    private static final Logger LOG = Logger.getLogger(SubmissionRecovery.class);

    private final SessionFactory sessions;
    private final SubmissionRepository submissions;
    private final SubmissionRecords records;
    private final Announcements announcements;
    private final SubmissionCommit submissionCommit;

    SubmissionRecovery(
            SessionFactory sessions,
            SubmissionRepository submissions,
            SubmissionRecords records,
            Announcements announcements,
            SubmissionCommit submissionCommit) {
        this.sessions = sessions;
        this.submissions = submissions;
        this.records = records;
        this.announcements = announcements;
        this.submissionCommit = submissionCommit;
    }

    @Scheduled(every = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> takeOver() {
        // Six missed heartbeats: the service died, or is as good as dead.
        return sessions.withTransaction(
                        session -> session.createNativeQuery("""
                        select id from submission
                        where state = 'received' and heartbeat_at < now() - interval '30 seconds' order by received_at
                        """, UUID.class).getResultList())
                .chain(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(this::takeOver)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    /** Staging that nobody needs any more, whose removal was interrupted. */
    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return sessions.withTransaction(session -> session.createNativeQuery("""
                        select distinct l.submission from (
                          select submission from staged_contact union select submission from staged_line
                        ) l left join submission s on s.id = l.submission
                        where s.state is distinct from 'received'
                          and not exists (select 1 from rehearsal r
                                          where r.id = l.submission and r.begun_at > now() - interval '2 hours')
                        """, UUID.class)
                .getResultList()
                .chain(ids -> Multi.createFrom()
                        .iterable(ids)
                        .onItem()
                        .transformToUniAndConcatenate(id -> StagedRows.forget(session, id))
                        .collect()
                        .last()));
    }

    private Uni<Void> takeOver(UUID id) {
        return sessions.withTransaction(session -> submissions.find(session, id))
                .chain(staged -> {
                    LOG.infof("Taking over submission %s of a service that stopped", id);
                    return staged.rows() == null ? fail(id) : submissionCommit.place(staged.submission());
                })
                .chain(() -> sessions.withTransaction(session -> StagedRows.forget(session, id)))
                // The others do not wait for one that always fails.
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "Submission %s could not be taken over", id))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> fail(UUID id) {
        return sessions.withTransaction(session -> records.conclude(
                        session,
                        id,
                        SubmissionState.FAILED,
                        RowCounts.NONE,
                        Report.EMPTY.refusedFor(new Report.Refusal(
                                "SERVICE_STOPPED", "The service stopped while it read the body. Send the body again.")))
                .chain(() -> announcements.announce(session, List.of(id))));
    }
}
