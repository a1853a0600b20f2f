package se.nollan.ingest.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Problems;
import se.nollan.base.messaging.Workers;
import se.nollan.base.security.Caller;
import se.nollan.base.security.Callers;
import se.nollan.ingest.body.BodyFiles;
import se.nollan.ingest.body.BodyFormat;
import se.nollan.ingest.body.BodyStream;
import se.nollan.ingest.format.RowReader;
import se.nollan.ingest.format.TimeText;
import se.nollan.ingest.profile.InvalidProfile;
import se.nollan.ingest.profile.Profile;
import se.nollan.ingest.profile.ProfileReader;
import se.nollan.ingest.profile.Profiles;
import se.nollan.ingest.profile.SpillSpace;
import se.nollan.ingest.profile.UnknownWords;
import se.nollan.ingest.pseudonym.SourceNotation;
import se.nollan.ingest.register.CurrentRegister;

/** Reads a piece of a log by a profile and says what comes of it. Runs on a worker thread; stores nothing. */
@ApplicationScoped
class ProfileTrials {
    // Trials are for people, and submissions go before them.
    private static final int AT_ONCE = 2;
    private static final int LONGEST_PROFILE = 1 << 18;
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Callers callers;
    private final CurrentRegister currentRegister;
    private final SessionFactory sessions;
    private final Clock clock;
    private final ObjectMapper json;
    private final BodyStream.Limits limits;

    ProfileTrials(
            Callers callers,
            CurrentRegister currentRegister,
            SessionFactory sessions,
            Clock clock,
            ObjectMapper json,
            @ConfigProperty(name = "nollan.limits.document") MemorySize limit,
            @ConfigProperty(name = "nollan.limits.slowest-upload") MemorySize slowest) {
        this.callers = callers;
        this.currentRegister = currentRegister;
        this.sessions = sessions;
        this.clock = clock;
        this.json = json;
        this.limits = new BodyStream.Limits(limit.asLongValue(), slowest.asLongValue(), Duration.ofMinutes(1));
    }

    /**
     * What is asked: where the lines of a log are looked up; a system that is not named knows none.
     *
     * @param question whether the contacts are wanted as a question to the rules, too
     */
    record Source(@Nullable String system, @Nullable String provider, boolean question) {}

    /** What was made, and the question if it was wanted. */
    record Answer(Preview.Body made, @Nullable JsonNode question) {}

    /** Tries a profile on the files of a body. */
    Answer of(Profile profile, InputStream body, BodyFormat format, Source source) throws IOException {
        return inPlace(() -> {
            var trial = trial(profile, source);
            BodyFiles.of(body, format, limits).each((part, file) -> trial.read(file));
            return trial.answer();
        });
    }

    /** Reads a body of the contact format itself. */
    Answer ofCanonical(InputStream body, BodyFormat format, Source source) throws IOException {
        var reader = format.reader();
        if (reader == null) {
            throw SubmissionProblems.form();
        }
        return inPlace(() -> {
            var trial = trial(reader, SourceNotation.USUAL, new UnknownWords(), source);
            BodyFiles.of(body, format, limits).each((part, file) -> trial.read(file));
            return trial.answer();
        });
    }

    /** Tries a profile that comes along, as the form's first part. */
    Answer ofOwn(InputStream body, BodyFormat format, Source source) throws IOException {
        return inPlace(() -> {
            var trial = new AtomicReference<@Nullable Trial>();
            BodyFiles.of(body, format, limits).each((part, file) -> {
                var begun = trial.get();
                if (begun != null) {
                    begun.read(file);
                } else if (part.equals("profile")) {
                    trial.set(trial(own(file.readNBytes(LONGEST_PROFILE)), source));
                } else {
                    throw profileMissing();
                }
            });
            var begun = trial.get();
            if (begun == null) {
                throw profileMissing();
            }
            return begun.answer();
        });
    }

    /** The answer to a form without a profile in front. */
    static RuntimeException profileMissing() {
        return Problems.badRequest(
                "profile-missing",
                "Send multipart/form-data: the part 'profile' with the file of the layout first, then the files of the log.");
    }

    private static Profile own(byte[] yaml) throws IOException {
        try {
            return Profiles.read("profile", new ByteArrayInputStream(yaml));
        } catch (InvalidProfile e) {
            throw Problems.problem(422, "profile-unusable", "The layout cannot be used", String.valueOf(e.getMessage()))
                    .build();
        }
    }

    private interface Work {
        Answer done() throws IOException;
    }

    private Answer inPlace(Work work) throws IOException {
        if (!places.tryAcquire()) {
            throw SubmissionProblems.busy();
        }
        try {
            return work.done();
        } catch (SpillSpace.NoRoom e) {
            // A trial has no room on disk: it is of a piece of a log.
            throw Problems.tooLarge(limits.bytes());
        } catch (IOException | RuntimeException e) {
            throw SubmissionProblems.stopped(e, limits);
        } finally {
            places.release();
        }
    }

    private Trial trial(Profile profile, Source source) {
        var words = new UnknownWords();
        // Nothing of a trial goes to disk: its log is small.
        var reader = new ProfileReader(profile, today(), SpillSpace.none(), words);
        return trial(reader, profile.notation(), words, source);
    }

    private Trial trial(RowReader reader, SourceNotation notation, UnknownWords words, Source source) {
        var question = source.question() ? new PreviewQuestion(json) : null;
        var preview = new Preview(lines(source), EARLIEST, today(), clock.instant(), notation, (contact, keyed) -> {
            if (question != null) {
                question.add(contact, keyed);
            }
        });
        return new Trial(reader, preview, words, question);
    }

    /** One delivery read by one profile. */
    private record Trial(
            RowReader reader,
            Preview preview,
            UnknownWords words,
            @Nullable PreviewQuestion question) {
        void read(InputStream file) throws IOException {
            reader.read(file, preview);
        }

        Answer answer() throws IOException {
            reader.end(preview);
            return new Answer(preview.body(words), question == null ? null : question.asked());
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(TimeText.STOCKHOLM));
    }

    private PreviewLines lines(Source source) {
        var system = source.system();
        if (system == null) {
            return new PreviewLines(null);
        }
        return new PreviewLines(Workers.await(() -> callers.current()
                .chain(caller -> sessions.withTransaction(session -> currentRegister
                        .current(session)
                        .map(register -> new RegisterLines(register, provider(caller, source), system, null))))));
    }

    private static String provider(Caller caller, Source source) {
        var named = source.provider() != null
                ? source.provider()
                : caller.providers().stream().findFirst().orElse("");
        if (!caller.roles().contains(Caller.COORDINATOR) && !caller.actsFor(named)) {
            throw SubmissionProblems.foreignProvider();
        }
        return named;
    }
}
