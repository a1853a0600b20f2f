package se.nollan.ingest.register;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.vertx.MutinyHelper;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.IfMatch;
import se.nollan.base.outbox.Message;
import se.nollan.base.outbox.Outbox;
import se.nollan.base.security.Caller;
import se.nollan.base.text.Sha256;

/** Takes in a region's register: checked and hashed outside the transaction, versioned and sent inside. */
@ApplicationScoped
class RegisterImport {

    /** What a message can carry, with room for its head; the broker takes 8 MB. */
    private static final int MOST_BYTES = 8_000_000;

    private final SessionFactory sessions;
    private final RegisterRepository versions;
    private final CurrentRegister currentRegister;
    private final Outbox outbox;
    private final Clock clock;

    RegisterImport(
            SessionFactory sessions,
            RegisterRepository versions,
            CurrentRegister currentRegister,
            Outbox outbox,
            Clock clock) {
        this.sessions = sessions;
        this.versions = versions;
        this.currentRegister = currentRegister;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What became of a document. */
    sealed interface Outcome {

        /** It stands: as a new version, or as the one that stood already. */
        record Stands(
                long version,
                String hash,
                Instant importedAt,
                boolean changed,
                String tag,
                List<RegisterFinding> warnings)
                implements Outcome {}

        /** It is not one JSON object. */
        record Unreadable() implements Outcome {}

        /** It does not stand; nothing was changed. */
        record Refused(List<RegisterFinding> findings) implements Outcome {}

        /** It could stand; nothing was changed, as asked. */
        record Checked(
                RegisterChanges changes,
                boolean dropsMany,
                List<RegisterFinding> warnings,
                RegisterImpact impact,
                RegisterImpact.@Nullable ReEvaluated reEvaluated)
                implements Outcome {}

        /** A register stands, and it was not said which one this takes the place of. */
        record Unmatched() implements Outcome {}

        /** The one that stands is not the one that it was made from. */
        record Overtaken() implements Outcome {}

        /** More than a tenth of the units would go, which was not said to be meant. */
        record DropsMany(int removed, long standing) implements Outcome {}
    }

    /**
     * On what conditions a document is taken in.
     *
     * @param ifMatch entity tags of the part that it takes the place of; null: not said
     * @param validate only check it, and say what it would change
     * @param fewerUnits it is meant that more than a tenth of the units go
     * @param reason why, for those who ask later; null: not said
     */
    record Conditions(
            @Nullable String ifMatch,
            boolean validate,
            boolean fewerUnits,
            @Nullable String reason) {}

    /** An import that was ready to be stored, with the version that it was made from. */
    private record Prepared(
            long from,
            RegionalMerge imported,
            String canonical,
            String hash,
            @Nullable Outcome instead,
            String tag) {}

    Uni<Outcome> take(Caller caller, byte[] document, Conditions conditions) {
        // Large, and so neither for an event loop nor for a transaction.
        Executor context = MutinyHelper.executor(Vertx.currentContext());
        return Uni.createFrom()
                .item(() -> RegisterJson.parse(document))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(context)
                .chain(parsed -> parsed.isPresent()
                        ? take(caller, new RegisterProposal.Whole(parsed.get()), conditions)
                        : Uni.createFrom().item(new Outcome.Unreadable()));
    }

    Uni<Outcome> take(Caller caller, RegisterProposal proposal, Conditions conditions) {
        Executor context = MutinyHelper.executor(Vertx.currentContext());
        return sessions.withTransaction(currentRegister::current)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(standing -> prepare(standing, caller, proposal, conditions))
                .emitOn(context)
                .chain(prepared ->
                        prepared.instead() == null ? store(prepared, caller, conditions) : told(prepared.instead()))
                // Somebody else's import came in between: once more, on top of it.
                .onItem()
                .ifNull()
                .switchTo(() -> take(caller, proposal, conditions));
    }

    private static Prepared prepare(
            Register standing, Caller caller, RegisterProposal proposal, Conditions conditions) {
        RegisterContent own = standing.content().ofRegions(caller.regions());
        List<RegisterFinding> findings = new ArrayList<>();
        Map<?, ?> document = proposal.document(own, findings);
        RegionalMerge merge = RegionalMerge.of(standing.content(), caller.regions(), document);
        findings.addAll(proposal.told(document, merge.findings()));
        String canonical = RegisterJson.canonical(merge.content());
        if (canonical.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            findings.add(RegisterFinding.error(
                    "", "too-large", "The whole register would be larger than " + MOST_BYTES + " bytes. Shorten it."));
        }
        RegionalMerge imported = new RegionalMerge(merge.content(), findings);
        return new Prepared(
                standing.version(),
                imported,
                canonical,
                Sha256.hex(canonical),
                instead(own, proposal, imported, caller, conditions),
                RegisterJson.tag(proposal.of(imported.content().ofRegions(caller.regions()))));
    }

    /** A dry run also tells what would be evaluated again. */
    private Uni<Outcome> told(Outcome outcome) {
        if (!(outcome instanceof Outcome.Checked checked)) {
            return Uni.createFrom().item(outcome);
        }
        RegisterImpact impact = checked.impact();
        return sessions.withTransaction(session -> versions.standing(session, impact.lines()))
                .map(standing -> new Outcome.Checked(
                        checked.changes(), checked.dropsMany(), checked.warnings(), impact, impact.of(standing)));
    }

    /** What is answered instead of storing it; null: it may be stored. */
    private static @Nullable Outcome instead(
            RegisterContent own,
            RegisterProposal proposal,
            RegionalMerge imported,
            Caller caller,
            Conditions conditions) {
        if (!imported.isSound()) {
            return new Outcome.Refused(imported.findings());
        }
        RegisterContent replaced = proposal.of(own);
        boolean stands = !replaced.equals(RegisterContent.EMPTY);
        String seen = conditions.ifMatch();
        if (seen == null && stands && !conditions.validate()) {
            return new Outcome.Unmatched();
        }
        String tag = RegisterJson.tag(replaced);
        if (seen != null && !(seen.strip().equals("*") ? stands : IfMatch.names(seen, tag::equals))) {
            return new Outcome.Overtaken();
        }
        RegisterContent after = imported.content().ofRegions(caller.regions());
        RegisterChanges changes = RegisterChanges.between(own, after);
        int removed = changes.units().removedTotal();
        long standing = own.units().stream().map(Unit::id).distinct().count();
        boolean dropsMany = RegisterChanges.dropsMany(removed, standing);
        if (conditions.validate()) {
            return new Outcome.Checked(changes, dropsMany, imported.findings(), new RegisterImpact(own, after), null);
        }
        return dropsMany && !conditions.fewerUnits() ? new Outcome.DropsMany(removed, standing) : null;
    }

    /** Null when the register has moved on since. */
    private Uni<Outcome> store(Prepared prepared, Caller caller, Conditions conditions) {
        return sessions.withTransaction(session -> versions.lock(session)
                        .chain(() -> versions.highest(session))
                        .chain(highest -> highest == prepared.from()
                                ? store(session, prepared, caller, conditions)
                                : Uni.createFrom().nullItem()))
                .invoke(outbox::nudge);
    }

    private Uni<Outcome> store(Session session, Prepared prepared, Caller caller, Conditions conditions) {
        return versions.find(session, prepared.from()).chain(before -> {
            List<RegisterFinding> warnings = prepared.imported().findings();
            if (before != null && before.hash.equals(prepared.hash())) {
                return Uni.createFrom()
                        .item(new Outcome.Stands(
                                before.version, before.hash, before.importedAt, false, prepared.tag(), warnings));
            }
            RegisterVersion next = new RegisterVersion();
            next.version = prepared.from() + 1;
            next.hash = prepared.hash();
            next.importedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            next.importedBy = caller.name();
            next.reason = conditions.reason();
            next.content = prepared.canonical();
            String body = RegisterJson.version(
                    next.version,
                    next.hash,
                    next.importedAt,
                    prepared.imported().content().inForce());
            return versions.add(session, next)
                    .chain(() -> outbox.append(session, List.of(Message.of("register", "register", "register", body))))
                    .replaceWith(new Outcome.Stands(
                            next.version, next.hash, next.importedAt, true, prepared.tag(), warnings));
        });
    }
}
