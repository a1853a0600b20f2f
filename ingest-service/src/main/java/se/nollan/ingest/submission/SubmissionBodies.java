package se.nollan.ingest.submission;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.nollan.base.http.StreamedBodies;

/** A submission may be large: it is read row by row, as it comes. */
@ApplicationScoped
class SubmissionBodies implements StreamedBodies {

    private final String path;
    private final long limit;

    SubmissionBodies(
            @ConfigProperty(name = "nollan.api.path") String path,
            @ConfigProperty(name = "nollan.limits.submission") MemorySize limit) {
        this.path = path + "/submissions";
        this.limit = limit.asLongValue();
    }

    @Override
    public boolean at(String asked) {
        return path.equals(asked);
    }

    @Override
    public long limit() {
        return limit;
    }

    @Override
    public boolean mindsItsTime() {
        return true;
    }
}
