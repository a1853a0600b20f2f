package se.nollan.ingest.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.report.RowCounts;
import se.nollan.ingest.slice.StagedRows;

/** Makes a submission of rows that the service has staged itself. */
@ApplicationScoped
public class StagedSubmissions {
    private final SubmissionRepository submissions;
    private final SubmissionRecords records;
    private final SubmissionCommit submissionCommit;

    StagedSubmissions(SubmissionRepository submissions, SubmissionRecords records, SubmissionCommit submissionCommit) {
        this.submissions = submissions;
        this.records = records;
        this.submissionCommit = submissionCommit;
    }

    /**
     * Puts what is staged under the request's id in place, or rejects it, as any other submission, in the caller's transaction.
     *
     * @param rowCounts of what was staged, and of what could not be
     */
    public Uni<SubmissionState> place(
            Session session, SubmissionRequest request, long registerVersion, RowCounts rowCounts, Report report) {
        var id = request.id();
        return records.insert(session, request, registerVersion)
                .chain(() -> records.staged(
                        session, id, new Staging.Reading(rowCounts, report, rowCounts.accepted(), "", null)))
                .chain(() -> submissions.find(session, id))
                .chain(staged ->
                        submissionCommit.place(session, staged.submission().source(), id))
                .call(() -> StagedRows.forget(session, id))
                .chain(() -> submissions.find(session, id))
                .map(staged -> staged.submission().state());
    }
}
