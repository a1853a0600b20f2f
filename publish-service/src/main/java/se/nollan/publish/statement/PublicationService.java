package se.nollan.publish.statement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jspecify.annotations.Nullable;
import se.nollan.base.messaging.Workers;

/** What the public gets: made once, when a statement is signed, beside all that has been told of the month; read as it was stored. */
@ApplicationScoped
class PublicationService {

    /**
     * A statement signed and as the public gets it, to be stored together.
     *
     * @param told how many statements had been told when it was made
     */
    record Made(Statement signed, PublishedRow published, int told) {}

    private record Before(@Nullable String hash, @Nullable String publicHash, List<String> told) {}

    private final SessionFactory sessions;
    private final StatementRepository statements;
    private final StatementRows rows;
    private final long suppressBelow;

    PublicationService(
            SessionFactory sessions,
            StatementRepository statements,
            StatementRows rows,
            @ConfigProperty(name = "nollan.suppress-below") long suppressBelow) {
        this.sessions = sessions;
        this.statements = statements;
        this.rows = rows;
        this.suppressBelow = suppressBelow;
    }

    Uni<Made> make(Statement draft, AuditStamp by) {
        return make(draft.id(), before -> draft.sign(by, before.hash));
    }

    private Uni<Made> make(StatementId id, Function<Before, Statement> signed) {
        return sessions.withTransaction(session -> before(session, id))
                .chain(before -> Workers.compute(() -> {
                    Statement statement = signed.apply(before);
                    PublishedRow published = rows.published(statement, suppressBelow, before.told, before.publicHash);
                    return new Made(statement, published, before.told.size());
                }));
    }

    private Uni<Before> before(Session session, StatementId id) {
        return statements.told(session, id.scope(), id.month()).chain(told -> {
            Optional<StatementId> last = id.before();
            if (last.isEmpty()) {
                return Uni.createFrom().item(new Before(null, null, told));
            }
            return statements.signed(session, last.get()).chain(signed -> statements
                    .publishedHash(session, last.get().toString())
                    .map(hash -> new Before(signed == null ? null : signed.hash, hash, told)));
        });
    }

    /** Whether nothing more of the month has been told since it was made; asked under the month's lock. */
    Uni<Boolean> stillStands(Session session, Made made) {
        StatementId id = made.signed.id();
        return statements.told(session, id.scope(), id.month()).map(told -> told.size() == made.told);
    }

    /** As it was stored; empty when it is not signed. What was signed before public forms were stored gets its own now. */
    Uni<Optional<PublicForm>> read(StatementId id, boolean table) {
        return sessions.withTransaction(session -> statements.publicForm(session, id, table))
                .chain(found -> found.isPresent()
                        ? Workers.compute(() -> Optional.of(intact(id, found.get())))
                        : sessions.withTransaction(session -> statements.signed(session, id))
                                .chain(signed -> signed == null
                                        ? Uni.createFrom().item(Optional.<PublicForm>empty())
                                        : publish(id, signed).chain(() -> read(id, table))));
    }

    private static PublicForm intact(StatementId id, PublicForm form) {
        if (!form.isIntact()) {
            throw StatementRows.altered(id.toString());
        }
        return form;
    }

    private Uni<Void> publish(StatementId id, SignedRow row) {
        return make(id, before -> rows.read(row))
                .chain(made -> sessions.withTransaction(session -> statements
                        .lock(session, id)
                        .chain(() -> stillStands(session, made))
                        .chain(stands -> stands
                                ? session.persist(made.published)
                                : Uni.createFrom().voidItem())));
    }
}
