package se.nollan.ingest.live;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jboss.logging.Logger;
import se.nollan.base.outbox.Outbox;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.format.FindingCode;
import se.nollan.ingest.format.RowFinding;
import se.nollan.ingest.format.TimeText;
import se.nollan.ingest.register.CurrentRegister;
import se.nollan.ingest.report.FindingLog;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.report.RowCounts;
import se.nollan.ingest.slice.SourceRepository;
import se.nollan.ingest.slice.StagedContact;
import se.nollan.ingest.slice.StagedRows;
import se.nollan.ingest.slice.StagingWriter;
import se.nollan.ingest.submission.StagedSubmissions;
import se.nollan.ingest.submission.SubmissionRequest;
import se.nollan.ingest.submission.SubmissionState;

/**
 * Puts what was pushed in place: not contact by contact, which would write a slice anew for each, but all of a source together when the oldest has
 * waited for a while. It is then a submission as any other, that covers nothing: what else stands, stands.
 */
@ApplicationScoped
class LivePlacing {
    private static final Logger LOG = Logger.getLogger(LivePlacing.class);
    private static final int MOST = 20_000;
    private static final Duration PARTLY = Duration.ofDays(3);

    private final SessionFactory sessions;
    private final SourceRepository sources;
    private final LiveRepository contacts;
    private final CurrentRegister currentRegister;
    private final StagedSubmissions stagedSubmissions;
    private final Outbox outbox;
    private final Clock clock;
    private final Duration every;

    LivePlacing(
            SessionFactory sessions,
            SourceRepository sources,
            LiveRepository contacts,
            CurrentRegister currentRegister,
            StagedSubmissions stagedSubmissions,
            Outbox outbox,
            Clock clock,
            @ConfigProperty(name = "nollan.live.every") Duration every) {
        this.sessions = sessions;
        this.sources = sources;
        this.contacts = contacts;
        this.currentRegister = currentRegister;
        this.stagedSubmissions = stagedSubmissions;
        this.outbox = outbox;
        this.clock = clock;
        this.every = every;
    }

    @Scheduled(every = "{nollan.live.look-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> placeWhatIsDue() {
        return sessions.withTransaction(session -> session.createNativeQuery(LiveSql.DUE, Integer.class)
                        .setParameter("whole", clock.instant().minus(every))
                        .setParameter("partly", clock.instant().minus(PARTLY))
                        .getResultList())
                .chain(due -> Multi.createFrom()
                        .iterable(due)
                        .onItem()
                        .transformToUniAndConcatenate(this::place)
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<Void> place(int source) {
        return sessions.withTransaction(session -> sources.lock(session, source)
                        .chain(() -> session.createNativeQuery(LiveSql.TAKE, Tuple.class)
                                .setParameter("source", source)
                                .setParameter("partly", clock.instant().minus(PARTLY))
                                .setParameter("most", MOST)
                                .getResultList())
                        .chain(rows -> rows.isEmpty() ? Uni.createFrom().voidItem() : place(session, source, rows)))
                .invoke(outbox::nudge)
                // The others do not wait for one that always fails.
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "What source %d pushed could not be put in place", source))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> place(Session session, int source, List<Tuple> rows) {
        var id = UUID.randomUUID();
        var errors = new FindingLog();
        var staged = new ArrayList<StagedContact>();
        var lines = new LinkedHashSet<StagingWriter.LineUnit>();
        var warned = 0L;
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.get("content", String.class) == null) {
                missing(i + 1, row, errors);
                continue;
            }
            var contact = staged(i + 1, row);
            staged.add(contact);
            warned += contact.warned() ? 1 : 0;
            lines.add(new StagingWriter.LineUnit(contact.line(), contact.day(), row.get("unit", String.class)));
            if (contact.firstLine() != null) {
                lines.add(new StagingWriter.LineUnit(
                        contact.firstLine(), contact.day(), row.get("first_unit", String.class)));
            }
        }
        var counts = new RowCounts(rows.size(), staged.size(), 0, 0, 0, (long) rows.size() - staged.size(), warned, 0);
        var report =
                new Report(null, errors.listed(), errors.tallies(), List.of(), List.of(), List.of(), List.of(), false);
        var ids = rows.stream().map(row -> row.get("id", String.class)).toList();
        return StagedRows.put(session, id, staged)
                .chain(() -> StagedRows.putLines(session, id, lines))
                .chain(() -> currentRegister.current(session))
                .chain(register -> stagedSubmissions.place(
                        session, request(id, rows.get(0), staged), register.version(), counts, report))
                .chain(state -> LiveRepository.done(
                        session, source, ids, !staged.isEmpty() && state == SubmissionState.REJECTED, clock.instant()));
    }

    private SubmissionRequest request(UUID id, Tuple row, List<StagedContact> staged) {
        var days = new TreeSet<LocalDate>();
        var lines = new TreeSet<String>();
        for (var contact : staged) {
            days.add(contact.day());
            lines.add(contact.line());
        }
        var today = LocalDate.ofInstant(clock.instant(), TimeText.STOCKHOLM);
        return new SubmissionRequest(
                id,
                row.get("provider", String.class),
                row.get("system", String.class),
                row.get("profile", String.class),
                days.isEmpty() ? today : days.first(),
                days.isEmpty() ? today : days.last(),
                List.copyOf(lines),
                false,
                true,
                null,
                row.get("sent_by", String.class),
                null,
                false);
    }

    private static StagedContact staged(long number, Tuple row) {
        return new StagedContact(
                number,
                row.get("id", String.class),
                row.get("line", String.class),
                row.get("day", LocalDate.class),
                row.get("first_line", String.class),
                row.get("warned", Boolean.class),
                row.get("content", String.class));
    }

    /** The rest of a contact never came. */
    private void missing(long number, Tuple row, FindingLog errors) {
        var said = contacts.read(row.get("said", String.class));
        Field.REQUIRED.stream()
                .filter(field -> !said.containsKey(field.label()))
                .findFirst()
                .ifPresent(field -> errors.add(new RowFinding(number, field, FindingCode.FIELD_REQUIRED, null)));
    }
}
