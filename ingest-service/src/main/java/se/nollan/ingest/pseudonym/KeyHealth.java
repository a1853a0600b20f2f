package se.nollan.ingest.pseudonym;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/** Not ready while the key of a month that is in use is not in its folder: submissions of that month would be refused. */
@Readiness
@ApplicationScoped
public class KeyHealth implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(KeyHealth.class);

    private final StoredDayKeys keys;

    KeyHealth(StoredDayKeys keys) {
        this.keys = keys;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("Keys of months are in their folder");
        try {
            var missing = keys.missing();
            missing.forEach(month -> response.withData(month.toString(), "missing"));
            return response.status(missing.isEmpty()).build();
        } catch (RuntimeException away) {
            // The check of the database tells of an outage.
            LOG.debugf("The keys cannot be looked for now: %s", away.getClass().getName());
            return response.up().build();
        }
    }
}
