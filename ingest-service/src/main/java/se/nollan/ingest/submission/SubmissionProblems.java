package se.nollan.ingest.submission;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import se.nollan.base.http.Problems;
import se.nollan.ingest.body.BodyStream;
import se.nollan.ingest.format.UnreadableBody;
import se.nollan.ingest.profile.SpillSpace;
import se.nollan.ingest.pseudonym.KeyMissing;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.report.RowCounts;
import se.nollan.ingest.report.Wording;

/** What goes wrong with submissions, in words for the sender. */
@RegisterForReflection(targets = {Report.class, RowCounts.class, SubmissionParameters.Wrong.class})
public final class SubmissionProblems {
    private static final Logger LOG = Logger.getLogger(SubmissionProblems.class);

    private SubmissionProblems() {}

    static HttpProblem wrong(List<SubmissionParameters.Wrong> parameters) {
        return Problems.problem(
                        400,
                        "wrong-parameters",
                        "The request cannot be read",
                        "Nothing was taken. Correct the parameters named in 'parameters' and send the body again.")
                .with("parameters", parameters)
                .build();
    }

    static HttpProblem chooseProvider(Set<String> providers) {
        return wrong(List.of(new SubmissionParameters.Wrong(
                "provider", "You may act for several providers; name one of " + String.join(", ", providers) + ".")));
    }

    static HttpProblem foreignProvider() {
        return Problems.notAllowed("The access table does not let this client act for that provider. Ask the region.");
    }

    static HttpProblem foreignLines(List<String> lines) {
        return Problems.notAllowed("Another provider answers for " + String.join(", ", lines) + ". Nothing was taken.");
    }

    public static HttpProblem form() {
        return Problems.problem(
                        415,
                        "unsupported-form",
                        "The body's form is not taken",
                        "Send text/csv or application/x-ndjson in UTF-8; a vendor's log in the form that its profile says; plain, with"
                                + " Content-Encoding: gzip, as application/zip, or as files of multipart/form-data.")
                .build();
    }

    static HttpProblem noRoom() {
        return Problems.problem(503, "no-room", "Not available right now", Refusals.NO_ROOM)
                .withHeader("Retry-After", 60)
                .build();
    }

    public static HttpProblem busy() {
        return Problems.problem(
                        503,
                        "busy",
                        "Not available right now",
                        "Many submissions are being read. Nothing was taken; send it again in a while.")
                .withHeader("Retry-After", 10)
                .build();
    }

    static HttpProblem severalAtWork(int most) {
        return Problems.problem(
                        429,
                        "several-at-work",
                        "Your other submissions are being read",
                        "At most " + most
                                + " submissions of one client are read at once. Nothing was taken; send it again when"
                                + " one of them is done.")
                .withHeader("Retry-After", 10)
                .build();
    }

    static HttpProblem tooSlow() {
        return Problems.problem(
                        408,
                        "too-slow",
                        "The body came too slowly",
                        "Nothing was taken. Send it again over a faster connection, packed with gzip, or as shorter periods.")
                .build();
    }

    static HttpProblem keyMissing(KeyMissing missing) {
        return Problems.problem(503, "key-missing", "Not available right now", Refusals.keyMissing(missing))
                .build();
    }

    static HttpProblem interrupted() {
        return Problems.problem(
                        503,
                        "interrupted",
                        "Not available right now",
                        "The work on the submission was interrupted and nothing of it was taken. Send it again.")
                .withHeader("Retry-After", 10)
                .build();
    }

    /**
     * The answer to a body that could not be read to its end, whatever stopped it; what is no affair of the body's is handed back as it is.
     *
     * @param limits that the body had to keep to
     */
    public static RuntimeException stopped(Exception reason, BodyStream.Limits limits) {
        if (reason instanceof UnreadableBody unreadable) {
            return Problems.problem(422, "log-unreadable", "The log cannot be read so", unreadable.detail())
                    .build();
        } else if (reason instanceof KeyMissing missing) {
            return keyMissing(missing);
        } else if (reason instanceof SpillSpace.NoRoom) {
            LOG.errorf("A log's rows could not be put aside: %s", reason.getMessage());
            return noRoom();
        } else if (reason instanceof BodyStream.TooSlow) {
            return tooSlow();
        } else if (reason instanceof BodyStream.TooLarge) {
            return Problems.tooLarge(limits.bytes());
        } else if (reason instanceof SubmissionRecords.GivenUp) {
            return interrupted();
        } else if (reason instanceof RuntimeException other) {
            return other;
        }
        // The sender is gone; whoever is left to read this learns what the report says.
        return Problems.badRequest("cut-off", "The connection ended before the body did. Send the body again.");
    }

    static HttpProblem keyReused() {
        return Problems.problem(
                        422,
                        "key-reused",
                        "The key belongs to another submission",
                        "Something else was sent with this Idempotency-Key before. Nothing was taken. Send each submission with"
                                + " a key of its own.")
                .build();
    }

    static HttpProblem keyAtWork() {
        return Problems.problem(
                        409,
                        "key-at-work",
                        "The submission is being read",
                        "What was sent with this Idempotency-Key is being read right now. Ask again in a while.")
                .withHeader("Retry-After", 10)
                .build();
    }

    static HttpProblem rejected(Submission submission, Wording wording) {
        var refusal = submission.report().refusal();
        return Problems.problem(
                        422,
                        "submission-rejected",
                        "Nothing was taken",
                        refusal == null ? "Nothing of the submission was taken." : wording.refusal(refusal))
                .with("submission", SubmissionBody.whole(submission, wording))
                .withHeader(HttpHeaders.CONTENT_LANGUAGE, wording.language())
                .build();
    }

    static HttpProblem daysDropped(LocalDate keptFrom) {
        return Problems.problem(
                        409,
                        "days-dropped",
                        "Too late to take it back",
                        "The submission covers days before " + keptFrom
                                + ". Their contacts have been dropped after their time,"
                                + " with whatever stood before them, so they cannot be taken back; their figures stand.")
                .with("keptFrom", keptFrom)
                .build();
    }

    static HttpProblem nothingToWithdraw(Submission submission) {
        return Problems.problem(
                        409,
                        "nothing-in-place",
                        "There is nothing to take back",
                        "The submission is " + submission.state().word() + ": nothing of it was ever put in place.")
                .build();
    }
}
