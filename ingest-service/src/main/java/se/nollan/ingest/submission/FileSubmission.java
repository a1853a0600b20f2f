package se.nollan.ingest.submission;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.body.BodyFiles;
import se.nollan.ingest.body.BodyFormat;
import se.nollan.ingest.report.Wording;

/** A file that came some other way than by HTTP becomes a submission like any other. Blocks. */
@ApplicationScoped
public class FileSubmission {
    private static final Logger LOG = Logger.getLogger(FileSubmission.class);

    private final SubmissionAdmission admission;
    private final AtWork atWork;
    private final SubmissionIntake intake;

    FileSubmission(SubmissionAdmission admission, AtWork atWork, SubmissionIntake intake) {
        this.admission = admission;
        this.atWork = atWork;
        this.intake = intake;
    }

    /**
     * What a file is.
     *
     * @param profile null: as its system usually has it
     * @param from first day that it covers, and {@code to} the last
     * @param contentType its form, as HTTP would say it; {@code gzip} whether it is packed so
     * @param sentBy by what name the sender is put on record
     */
    public record Order(
            String provider,
            String system,
            @Nullable String profile,
            LocalDate from,
            LocalDate to,
            String contentType,
            boolean gzip,
            String sentBy) {}

    /** What became of a file. */
    public sealed interface Outcome {

        /** It was read, for better or worse, and the sender is told. */
        record Read(
                @Nullable UUID submission,
                String swedish,
                String english,
                @Nullable String findings) implements Outcome {}

        /** Something is busy or away: it is read later. */
        record Later() implements Outcome {}
    }

    /** Takes the file in. */
    public Outcome take(Order of, InputStream file) {
        try {
            return answered(of, file);
        } catch (IOException | RuntimeException e) {
            return told(e);
        }
    }

    private Outcome answered(Order of, InputStream file) throws IOException {
        var form = BodyFormat.of(of.contentType(), of.gzip() ? "gzip" : null);
        if (form == null) {
            throw SubmissionProblems.form();
        }
        var parameters = new SubmissionParameters(
                of.system(),
                of.from().toString(),
                of.to().toString(),
                of.profile(),
                List.of(),
                null,
                null,
                null,
                null,
                null);
        try (var order = admission.take(parameters, of.provider(), of.sentBy(), form);
                var work = atWork.begin(order.request().id(), of.sentBy())) {
            var submission = intake.receive(order, BodyFiles.of(file, form, admission.limits()));
            return switch (submission.state()) {
                case FAILED, RECEIVED -> new Outcome.Later();
                default ->
                    new Outcome.Read(
                            submission.id(),
                            SubmissionSummary.of(submission, null, Wording.SWEDISH),
                            SubmissionSummary.of(submission, null, Wording.ENGLISH),
                            submission.counts().inError() + submission.counts().warned() > 0
                                    ? ReportCsv.of(submission, Wording.SWEDISH)
                                    : null);
            };
        }
    }

    /** What passes by itself is tried again; the rest is the sender's to know. */
    private Outcome told(Exception reason) {
        var stopped = SubmissionProblems.stopped(reason, admission.limits());
        if (!(stopped instanceof HttpProblem problem)) {
            LOG.warnf("A file is read later: %s", stopped.getClass().getName());
            return new Outcome.Later();
        }
        if (problem.getStatusCode() >= 500 || problem.getStatusCode() == 429) {
            return new Outcome.Later();
        }
        var detail = new StringBuilder(String.valueOf(problem.getDetail()));
        if (problem.getParameters().get("parameters") instanceof List<?> wrong) {
            for (var one : wrong) {
                if (one instanceof SubmissionParameters.Wrong parameter) {
                    detail.append(' ')
                            .append(parameter.parameter())
                            .append(": ")
                            .append(parameter.detail());
                }
            }
        }
        return new Outcome.Read(null, "Inget togs emot. " + detail, "Nothing was taken. " + detail, null);
    }
}
