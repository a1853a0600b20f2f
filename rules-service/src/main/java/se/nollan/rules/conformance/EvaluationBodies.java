package se.nollan.rules.conformance;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.nollan.base.http.StreamedBodies;

/** A question with a month's contacts is large, and read only when there is memory for it. */
@ApplicationScoped
class EvaluationBodies implements StreamedBodies {

    private final String path;
    private final long limit;

    EvaluationBodies(
            @ConfigProperty(name = "nollan.api.path") String api,
            @ConfigProperty(name = "nollan.limits.question") MemorySize limit) {
        this.path = api + "/evaluations";
        this.limit = limit.asLongValue();
    }

    @Override
    public boolean at(String asked) {
        return asked.equals(path);
    }

    @Override
    public long limit() {
        return limit;
    }
}
