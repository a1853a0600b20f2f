package se.nollan.ingest.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import se.nollan.base.http.Problems;
import se.nollan.base.outbox.Message;
import se.nollan.base.outbox.Outbox;
import se.nollan.base.security.Caller;

/** Changes who may act for a provider, and tells the other services so; and says who may change it. */
@ApplicationScoped
public class Access {
    private final AccessRepository access;
    private final ProviderRegions regions;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;

    Access(AccessRepository access, ProviderRegions regions, Outbox outbox, ObjectMapper json, Clock clock) {
        this.access = access;
        this.regions = regions;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Makes the next entry of the one that stands, one change at a time; what says the same keeps its revision. In the caller's
     * transaction; nudge the outbox when that has ended.
     *
     * @param change throws the problem that answers what may not be changed
     * @return the entry that stands now
     */
    public Uni<AccessEntry> change(Session session, String provider, String by, UnaryOperator<AccessEntry> change) {
        return access.lock(session, provider)
                .chain(() -> access.standing(session, provider))
                .chain(standing -> {
                    var next = change.apply(standing);
                    return next.saysTheSameAs(standing)
                            ? Uni.createFrom().item(standing)
                            : add(session, by, next).replaceWith(next);
                });
    }

    private Uni<Void> add(Session session, String by, AccessEntry next) {
        return access.add(session, next, clock.instant().truncatedTo(ChronoUnit.MILLIS), by)
                .chain(() ->
                        outbox.append(session, List.of(Message.of("register", next.provider(), "access", body(next)))))
                .replaceWithVoid();
    }

    private String body(AccessEntry entry) {
        try {
            return json.writeValueAsString(entry);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets nobody else change who may act for the provider, until the transaction ends. */
    public Uni<Void> hold(Session session, String provider) {
        return access.lock(session, provider);
    }

    /** Takes the right to act from everybody; nothing changes where nobody has it. */
    public Uni<AccessEntry> close(Session session, String provider, String by) {
        return change(session, provider, by, standing -> standing.changed(List.of(), List.of()));
    }

    /** Providers for whom somebody may act by the table, whatever their contracts say. */
    public Uni<List<String>> open(Session session) {
        return access.open(session);
    }

    /** Nothing, for who coordinates or audits a region where the provider has units; else the problem that answers. */
    public Uni<Void> checkMaySee(Session session, Caller caller, String provider) {
        return regions.regionsOf(session, provider)
                .invoke(theirs -> {
                    checkKnown(theirs);
                    if (theirs.stream().noneMatch(caller::oversees)) {
                        throw Problems.notAllowed("The provider has no unit in a region of yours.");
                    }
                })
                .replaceWithVoid();
    }

    /** Nothing, for who coordinates every region where the provider has units, for access holds in all; else the problem. */
    public Uni<Void> checkMayChange(Session session, Caller caller, String provider) {
        return regions.regionsOf(session, provider)
                .invoke(theirs -> checkMayChange(caller, theirs))
                .replaceWithVoid();
    }

    private static void checkMayChange(Caller caller, Set<String> theirs) {
        checkKnown(theirs);
        if (!theirs.stream().allMatch(caller::coordinates)) {
            throw Problems.notAllowed(
                    theirs.stream().noneMatch(caller::coordinates)
                            ? "The provider has no unit in a region of yours."
                            : "The provider has units in the regions " + String.join(", ", new TreeSet<>(theirs))
                                    + ". Who may act for it is said by a coordinator of all of them.");
        }
    }

    private static void checkKnown(Set<String> theirs) {
        if (theirs.isEmpty()) {
            throw Problems.notFound("No unit in the register has this provider. Import the register first.");
        }
    }
}
