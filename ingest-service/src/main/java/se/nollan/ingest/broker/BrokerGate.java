package se.nollan.ingest.broker;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Problems;

/**
 * What changes something is refused while the broker is away: the sender hears at once that nothing would come of it
 * for now, and the outbox stays small. What slipped in before it was noticed waits in the outbox.
 */
class BrokerGate {

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final Broker broker;

    BrokerGate(Broker broker) {
        this.broker = broker;
    }

    @ServerRequestFilter
    @Nullable Response refuse(ContainerRequestContext request) {
        return CHANGING.contains(request.getMethod()) && broker.isAway()
                ? Problems.at(
                                request.getUriInfo().getRequestUri().getRawPath(),
                                Problems.unavailable("The message broker"))
                        .toResponse()
                : null;
    }
}
