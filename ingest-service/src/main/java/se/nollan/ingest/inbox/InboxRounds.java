package se.nollan.ingest.inbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import se.nollan.base.messaging.Workers;
import se.nollan.ingest.format.TimeText;
import se.nollan.ingest.submission.FileSubmission;

/** Goes round the folders: reads each file that is whole, as a submission like any other, and lays a report in its place. */
@ApplicationScoped
class InboxRounds {
    private static final Logger LOG = Logger.getLogger(InboxRounds.class);
    private static final Duration GONE = Duration.ofMinutes(5);
    private static final String LOST = """
            Filen lästes inte: tjänsten startades om medan den väntade. Skicka den igen.

            The file was not read: the service was started again while it waited. Send it again.
            """;

    private final Uploads uploads;
    private final Inbox inbox;
    private final InboxRepository inboxes;
    private final FileSubmission submissions;
    private final SessionFactory sessions;
    private final Clock clock;
    private final Period kept;

    InboxRounds(
            Uploads uploads,
            Inbox inbox,
            InboxRepository inboxes,
            FileSubmission submissions,
            SessionFactory sessions,
            Clock clock,
            @ConfigProperty(name = "nollan.inbox.reports") Period kept) {
        this.uploads = uploads;
        this.inbox = inbox;
        this.inboxes = inboxes;
        this.submissions = submissions;
        this.sessions = sessions;
        this.clock = clock;
        this.kept = kept;
    }

    @Scheduled(
            every = "{nollan.inbox.look-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void read() {
        for (var upload : uploads.whole()) {
            try {
                read(upload);
            } catch (IOException | RuntimeException e) {
                upload.giveBack();
                LOG.warnf(
                        "A file of %s is read later: %s",
                        upload.provider(), e.getClass().getName());
            }
        }
    }

    /** Says that what waits here waits, and tells of what went with a replica that is gone. */
    @Scheduled(
            every = "{nollan.inbox.beat-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void beat() {
        var now = clock.instant();
        var dropped = LocalDate.now(clock.withZone(TimeText.STOCKHOLM))
                .minus(kept)
                .atStartOfDay(TimeText.STOCKHOLM)
                .toInstant();
        try {
            Workers.await(() -> sessions.withTransaction(
                    session -> inboxes.seen(session, uploads.waiting(), now, now.minus(GONE), LOST, dropped)));
        } catch (RuntimeException e) {
            LOG.warnf("The files that wait are told of later: %s", e.getClass().getName());
        }
    }

    private void read(Upload upload) throws IOException {
        var folder = inbox.entry(upload.provider()).folder(upload.folder());
        if (!upload.take()) {
            return;
        }
        var days = FileName.days(upload.name(), LocalDate.now(clock.withZone(TimeText.STOCKHOLM)));
        if (folder == null) {
            done(
                    upload,
                    null,
                    "Mappen finns inte längre. Inget togs emot.",
                    "The folder is no more. Nothing was taken.",
                    null);
        } else if (days == null) {
            done(
                    upload,
                    null,
                    "Inget togs emot: filens namn säger inte vilka dagar den omfattar. Skriv en månad (2026-10), en dag"
                            + " (2026-10-05) eller första och sista dagen i namnet, och skicka den igen.",
                    "Nothing was taken: the name of the file does not say which days it covers. Write a month (2026-10), a day"
                            + " (2026-10-05), or the first and the last day into the name, and send it again.",
                    null);
        } else {
            submit(upload, folder, days);
        }
    }

    private void submit(Upload upload, InboxEntry.Folder folder, FileName.Days days) throws IOException {
        try (var file = upload.read()) {
            var outcome = submissions.take(
                    new FileSubmission.Order(
                            upload.provider(),
                            folder.system(),
                            folder.profile(),
                            days.from(),
                            days.to(),
                            FileName.contentType(upload.name()),
                            FileName.isGzip(upload.name()),
                            "sftp:" + upload.provider()),
                    file);
            if (outcome instanceof FileSubmission.Outcome.Read read) {
                done(upload, read.submission(), read.swedish(), read.english(), read.findings());
            } else {
                upload.giveBack();
            }
        }
    }

    /** First on record, then gone: what is read twice changes nothing. */
    private void done(
            Upload upload, @Nullable UUID submission, String swedish, String english, @Nullable String findings)
            throws IOException {
        var name = upload.name();
        var folder = upload.folder();
        var told =
                name + "\n" + (submission == null ? "" : submission + "\n") + "\n" + swedish + "\n\n" + english + "\n";
        Workers.await(() ->
                sessions.withTransaction(session -> inboxes.read(session, upload.id(), submission, told, findings)));
        inbox.lay(upload.provider(), folder, name, told, findings);
        uploads.forget(upload);
    }
}
