package se.nollan.ingest.broker;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready while the broker is away: what changes something would be refused. */
@Readiness
@ApplicationScoped
public class BrokerHealth implements HealthCheck {

    private final Broker broker;

    BrokerHealth(Broker broker) {
        this.broker = broker;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("Kafka answers")
                .status(!broker.isAway())
                .build();
    }
}
