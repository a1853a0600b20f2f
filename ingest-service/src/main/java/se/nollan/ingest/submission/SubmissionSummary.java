package se.nollan.ingest.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.report.RowCounts;
import se.nollan.ingest.report.Wording;

/** What became of a submission and what its sender should do now, in a few plain sentences. */
final class SubmissionSummary {
    private static final int LINES_TOLD = 5;

    private final Wording wording;
    private final List<String> sentences = new ArrayList<>();

    private SubmissionSummary(Wording wording) {
        this.wording = wording;
    }

    /** @param effect of a trial; null: it is none */
    static String of(Submission submission, @Nullable Effect effect, Wording wording) {
        var summary = new SubmissionSummary(wording);
        if (effect != null) {
            summary.say("dryRun");
        }
        summary.state(submission);
        if (effect != null && submission.state() != SubmissionState.REJECTED) {
            summary.say("effect", effect.changed(), effect.contactsBefore(), effect.contactsAfter());
        }
        if (submission.repeats() != null) {
            summary.say("repeats", submission.repeats());
        }
        return String.join(" ", summary.sentences);
    }

    private void state(Submission submission) {
        var report = submission.report();
        switch (submission.state()) {
            case RECEIVED -> say("received");
            case FAILED -> say("failed");
            case REJECTED -> {
                var refusal = report.refusal();
                say("rejected", refusal == null ? "" : wording.refusal(refusal));
                rows(submission.counts());
                worst(report);
            }
            default -> {
                rows(submission.counts());
                if (submission.state() == SubmissionState.SUPERSEDED) {
                    say("superseded");
                } else if (submission.state() == SubmissionState.WITHDRAWN) {
                    say("withdrawn");
                } else {
                    act(submission.counts(), report);
                }
            }
        }
    }

    private void act(RowCounts counts, Report report) {
        if (counts.inError() > 0) {
            worst(report);
            say("correct");
        } else {
            say(counts.warned() > 0 ? "look" : "done");
        }
    }

    private void rows(RowCounts counts) {
        if (counts.read() == 0) {
            return;
        }
        var parts = new ArrayList<String>();
        parts.add(wording.say("accepted", counts.accepted()));
        part(parts, "inError", counts.inError());
        part(parts, "repeated", counts.repeated());
        part(parts, "skipped", counts.skipped());
        part(parts, "joined", counts.joined());
        part(parts, "warned", counts.warned());
        sentences.add(wording.say("read", counts.read()) + ": " + String.join(", ", parts) + ".");
    }

    private void part(List<String> parts, String sentence, long rows) {
        if (rows > 0) {
            parts.add(wording.say(sentence, rows));
        }
    }

    private void unknownLines(Report report) {
        var lines = report.unknownLines();
        if (!lines.isEmpty()) {
            var told = lines.stream()
                    .limit(LINES_TOLD)
                    .map(line -> (line.key() == null ? line.shape() : line.key()) + " (" + line.contacts() + ")")
                    .collect(Collectors.joining(", "));
            say("unknownLines", lines.size(), lines.size() > LINES_TOLD ? told + ", …" : told);
        }
    }

    private void worst(Report report) {
        if (!report.errorTallies().isEmpty()) {
            var worst = report.errorTallies().get(0);
            var field = worst.field() == null ? "" : wording.say("field", worst.field());
            say("worst", worst.count(), field, wording.advice(worst));
        }
        unknownLines(report);
    }

    private void say(String sentence, Object... values) {
        sentences.add(wording.say(sentence, values).strip());
    }
}
