package se.nollan.publish.submissions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.util.Arrays;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;

/** What rules-service told last of what it evaluates again. Sole writer of {@code re_evaluations}. */
@ApplicationScoped
public class ReEvaluationRepository {

    private final ObjectMapper json;

    ReEvaluationRepository(ObjectMapper json) {
        this.json = json;
    }

    Uni<Void> store(Session session, ReEvaluationMessage message) {
        return session.createNativeQuery("""
                        insert into re_evaluations (revision, register_version, at_work)
                        values (:revision, :registerVersion, :atWork)
                        on conflict (single) do update
                        set revision = excluded.revision, register_version = excluded.register_version, at_work = excluded.at_work
                        where re_evaluations.revision < excluded.revision
                        """)
                .setParameter("revision", message.revision())
                .setParameter("registerVersion", message.registerVersion())
                .setParameter("atWork", write(message))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** @param region none: the nation */
    public Uni<WorkedThrough> of(Session session, YearMonth month, @Nullable String region) {
        return session.createNativeQuery("select register_version, at_work from re_evaluations", Tuple.class)
                .getSingleResultOrNull()
                .map(row -> row == null
                        ? WorkedThrough.UNKNOWN
                        : new WorkedThrough(
                                row.get("register_version", Long.class),
                                Arrays.stream(read(row.get("at_work", String.class)))
                                        .filter(each -> each.concerns(month, region))
                                        .toList()));
    }

    private String write(ReEvaluationMessage message) {
        try {
            return json.writeValueAsString(message.atWork());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReEvaluation[] read(String text) {
        try {
            return json.readValue(text, ReEvaluation[].class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
