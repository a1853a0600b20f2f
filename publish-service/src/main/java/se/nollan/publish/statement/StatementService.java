package se.nollan.publish.statement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.IfMatch;
import se.nollan.base.http.Problems;
import se.nollan.base.messaging.Workers;
import se.nollan.publish.figure.MonthContent;
import se.nollan.publish.figure.Scope;
import se.nollan.publish.messages.TopicBacklog;
import se.nollan.publish.month.CurrentMonth;
import se.nollan.publish.month.MonthInput;
import se.nollan.publish.month.MonthRepository;
import se.nollan.publish.month.Watermark;

/** Where statements are drafted, signed and read. */
@ApplicationScoped
class StatementService {

    /** How often it begins again when the month changes under its hands, or messages wait. */
    private static final int ATTEMPTS = 25;

    private static final Duration PAUSE = Duration.ofMillis(200);

    /** How many pauses it waits for what the topics held to be taken in. */
    private static final int PATIENCE = 75;

    private final SessionFactory sessions;
    private final StatementRepository statements;
    private final MonthRepository monthRows;
    private final CurrentMonth currentMonth;
    private final StatementRows rows;
    private final TopicBacklog topicBacklog;
    private final PublicationService publication;
    private final SigningHand signingHand;

    StatementService(
            SessionFactory sessions,
            StatementRepository statements,
            MonthRepository monthRows,
            CurrentMonth currentMonth,
            StatementRows rows,
            TopicBacklog topicBacklog,
            PublicationService publication,
            @ConfigProperty(name = "nollan.sign.by-person") boolean byPerson,
            @ConfigProperty(name = "nollan.sign.four-eyes") boolean fourEyes) {
        this.sessions = sessions;
        this.statements = statements;
        this.monthRows = monthRows;
        this.currentMonth = currentMonth;
        this.rows = rows;
        this.topicBacklog = topicBacklog;
        this.publication = publication;
        this.signingHand = new SigningHand(byPerson, fourEyes);
    }

    /** Drafts the next version; it takes the place of a draft that is not signed. */
    Uni<Statement> draft(Scope scope, YearMonth month, @Nullable String reason, AuditStamp by) {
        if (!currentMonth.isOver(month)) {
            throw new Refusal(
                    Refusal.Kind.MONTH_NOT_OVER, month + " is not over. A statement is drafted when its last day is.");
        }
        return draft(scope, month, reason, by, ATTEMPTS);
    }

    private Uni<Statement> draft(Scope scope, YearMonth month, @Nullable String reason, AuditStamp by, int attempts) {
        return sessions.withTransaction(session -> statements.lastSigned(session, scope, month))
                .chain(last -> currentMonth.from(
                        scope,
                        month,
                        (basis, content) -> Statement.draft(
                                somethingCame(content),
                                basis.outstanding(),
                                last.map(rows::read).orElse(null),
                                reason,
                                by)))
                .chain(draft -> Workers.compute(() -> rows.draft(draft))
                        .chain(row -> sessions.withTransaction(session -> put(session, draft, row)))
                        .chain(done -> done
                                ? Uni.createFrom().item(draft)
                                : again(attempts, left -> draft(scope, month, reason, by, left))));
    }

    /** A month of which no result was ever made has nothing to state: an empty one is said by its providers, and then has results. */
    private static MonthContent somethingCame(MonthContent content) {
        if (content.pins().isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.NOTHING_CAME,
                    "Nothing has come for " + content.month() + " of region "
                            + content.scope().region()
                            + ". A month without contacts is sent by its providers, as empty.");
        }
        return content;
    }

    /** Puts the draft down, if no other version has been signed since it was begun. */
    private Uni<Boolean> put(Session session, Statement draft, DraftRow row) {
        StatementId id = draft.id();
        return statements
                .lock(session, id)
                .chain(() -> statements.lastSigned(session, id.scope(), id.month()))
                .chain(last -> last.map(signed -> signed.version).orElse(0) != id.version() - 1
                        ? Uni.createFrom().item(false)
                        : statements.replaceDraft(session, row).replaceWith(true));
    }

    /**
     * Signs a draft.
     *
     * @param seen the entity tag of what the signer has looked at; null when it is not said
     */
    Uni<Statement> sign(StatementId id, @Nullable String seen, AuditStamp by) {
        return sign(id, seen, by, ATTEMPTS);
    }

    private Uni<Statement> sign(StatementId id, @Nullable String seen, AuditStamp by, int attempts) {
        return sessions.withTransaction(session -> find(session, id)).chain(found -> {
            if (found.signed != null) {
                return alreadySigned(found.signed, by);
            }
            return Workers.compute(() -> rows.read(found.draft))
                    .invoke(draft -> checkSeen(draft, seen))
                    .invoke(draft -> signingHand.check(draft.drafted(), by))
                    .chain(draft -> currentMonth
                            .from(id.scope(), id.month(), (basis, now) -> approve(draft, basis, now))
                            // Asked after the basis was read: what was evaluated by then has its results in the topics.
                            .chain(mark -> topicBacklog
                                    .ends()
                                    .chain(ends -> takenIn(ends, PATIENCE))
                                    .chain(() -> publication.make(draft, by))
                                    .chain(made -> sessions.withTransaction(
                                            session -> commit(session, found.draft, mark, made)))))
                    .chain(done -> done ? get(id) : again(attempts, left -> sign(id, seen, by, left)));
        });
    }

    /** Waits until what the topics held at a moment is taken in; what comes after, of whatever month, is not waited for. */
    private Uni<Void> takenIn(TopicBacklog.Ends ends, int attempts) {
        return topicBacklog
                .messagesBefore(ends)
                .chain(waiting ->
                        waiting == 0 ? Uni.createFrom().voidItem() : again(attempts, left -> takenIn(ends, left)));
    }

    /** The same hand signing again is a repeated request, and gets what it has already done. */
    private Uni<Statement> alreadySigned(SignedRow row, AuditStamp by) {
        if (StatementRows.signature(row).sameActor(by)) {
            return Workers.compute(() -> rows.read(row));
        }
        throw new Refusal(
                Refusal.Kind.ALREADY_SIGNED,
                row.id + " was signed already. Draft a new version if its figures have changed.");
    }

    private static void checkSeen(Statement draft, @Nullable String seen) {
        if (seen != null && !IfMatch.names(seen, tag -> tag.startsWith(draft.mark() + "."))) {
            throw Problems.problem(
                            412,
                            "draft-has-changed",
                            "The draft has changed",
                            "It is not the one that you looked at. Read it again, and sign that.")
                    .build();
        }
    }

    private static Watermark approve(Statement draft, MonthInput basis, MonthContent now) {
        List<Objection> objections =
                SigningRules.objections(draft, now, basis.outstanding(), basis.putAside(), basis.workedThrough());
        if (!objections.isEmpty()) {
            throw new Refusal(objections);
        }
        return basis.watermark();
    }

    /** One transaction: the statement is signed whole, or not at all. False when the month or the draft has changed since. */
    private Uni<Boolean> commit(Session session, DraftRow approved, Watermark mark, PublicationService.Made made) {
        StatementId id = made.signed().id();
        return statements
                .lock(session, id)
                .chain(() -> monthRows.watermark(session, id.scope(), id.month()))
                .chain(now -> publication
                        .stillStands(session, made)
                        .chain(stands -> statements.draft(session, id).chain(draft -> {
                            boolean same = stands
                                    && now.equals(mark)
                                    && draft != null
                                    && draft.contentHash.equals(approved.contentHash)
                                    && draft.draftedAt.equals(approved.draftedAt);
                            return same
                                    ? statements
                                            .sign(session, draft, rows.signed(draft, made.signed()), made.published())
                                            .replaceWith(true)
                                    : Uni.createFrom().item(false);
                        })));
    }

    /** The statement, drafted or signed. */
    Uni<Statement> get(StatementId id) {
        return sessions.withTransaction(session -> find(session, id))
                .chain(found ->
                        Workers.compute(() -> found.signed != null ? rows.read(found.signed) : rows.read(found.draft)));
    }

    /** Exactly one of the two is there. */
    private record Found(
            @Nullable SignedRow signed, @Nullable DraftRow draft) {}

    private Uni<Found> find(Session session, StatementId id) {
        return statements
                .signed(session, id)
                .chain(signed -> signed != null
                        ? Uni.createFrom().item(new Found(signed, null))
                        : statements.draft(session, id).map(draft -> Optional.ofNullable(draft)
                                .map(row -> new Found(null, row))
                                .orElseThrow(() -> Problems.notFound("There is no statement " + id + "."))));
    }

    private <T> Uni<T> again(int attempts, IntFunction<Uni<T>> with) {
        if (attempts <= 1) {
            throw new Refusal(
                    Refusal.Kind.MONTH_IS_CHANGING,
                    "Results of the month are coming in right now. Try again in a while.");
        }
        return Workers.after(PAUSE).chain(() -> with.apply(attempts - 1));
    }
}
