package se.nollan.ingest.submission;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import se.nollan.base.outbox.Outbox;
import se.nollan.ingest.slice.DroppedDays;
import se.nollan.ingest.slice.SliceRepository;
import se.nollan.ingest.slice.SourceRepository;

/** Takes back what a submission put in place, in one transaction under the source's lock. */
@ApplicationScoped
class SubmissionWithdrawal {
    private static final Set<SubmissionState> IN_PLACE =
            Set.of(SubmissionState.ACCEPTED, SubmissionState.EVALUATED, SubmissionState.SUPERSEDED);

    private final SessionFactory sessions;
    private final SubmissionRepository submissions;
    private final SourceRepository sources;
    private final SliceRepository sliceRepository;
    private final DroppedDays dropped;
    private final Outbox outbox;
    private final Announcements announcements;
    private final Clock clock;

    SubmissionWithdrawal(
            SessionFactory sessions,
            SubmissionRepository submissions,
            SourceRepository sources,
            SliceRepository sliceRepository,
            DroppedDays dropped,
            Outbox outbox,
            Announcements announcements,
            Clock clock) {
        this.sessions = sessions;
        this.submissions = submissions;
        this.sources = sources;
        this.sliceRepository = sliceRepository;
        this.dropped = dropped;
        this.outbox = outbox;
        this.announcements = announcements;
        this.clock = clock;
    }

    /**
     * The submission afterwards: withdrawn, or as it was when nothing of it was ever in place. What stood before a dropped day's
     * contacts is gone too: taking them back would leave nothing where something was (invariant 5).
     */
    Uni<Submission> withdraw(Submission asked) {
        return sessions.withTransaction(session -> sources.lock(session, asked.source())
                        .chain(() -> submissions.find(session, asked.id()))
                        .chain(found -> IN_PLACE.contains(found.submission().state())
                                ? dropped.before(session).chain(keptFrom -> takeBack(session, asked, keptFrom))
                                : Uni.createFrom().voidItem())
                        .chain(() -> submissions.find(session, asked.id()))
                        .map(found -> found.submission()))
                .invoke(outbox::nudge);
    }

    private Uni<Void> takeBack(Session session, Submission submission, LocalDate keptFrom) {
        if (submission.from().isBefore(keptFrom)) {
            throw SubmissionProblems.daysDropped(keptFrom);
        }
        var id = submission.id();
        return change(session, "withdrawn", List.of(id), "'accepted', 'evaluated', 'superseded'")
                .chain(() -> takeBack(session, id, submission.source()))
                .chain(others -> sliceRepository
                        .messages(session, id)
                        .chain(messages -> outbox.append(session, messages))
                        // What they said stands again, as revisions that are not evaluated yet.
                        .chain(() -> change(session, "accepted", others, "'accepted', 'evaluated', 'superseded'"))
                        .chain(() -> {
                            var changed = new ArrayList<UUID>(others);
                            changed.add(id);
                            return announcements.announce(session, changed);
                        }));
    }

    /** Of its own source, and of the system that it took the place of. */
    private Uni<List<UUID>> takeBack(Session session, UUID id, int own) {
        return sources.ofSubmission(session, id).chain(spokenOf -> {
            var others = new ArrayList<UUID>();
            var all = new TreeSet<>(spokenOf);
            all.add(own);
            Uni<Void> done = Uni.createFrom().voidItem();
            for (var source : all) {
                done = done.chain(() -> sliceRepository.takeBack(session, id, source))
                        .invoke(others::addAll)
                        .replaceWithVoid();
            }
            return done.replaceWith(others);
        });
    }

    private Uni<Void> change(Session session, String state, List<UUID> ids, String before) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery(
                        "update submission set state = :state, revision = revision + 1, changed_at = :now"
                                + " where id in (:ids) and state in (" + before + ")")
                .setParameter("state", state)
                .setParameter("now", clock.instant())
                .setParameter("ids", ids)
                .executeUpdate()
                .replaceWithVoid();
    }
}
