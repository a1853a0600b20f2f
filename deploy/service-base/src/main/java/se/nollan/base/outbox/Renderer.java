package se.nollan.base.outbox;

import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** Gives each message of a batch its bodies, by the {@link Rendering} of its type where it has only a reference. */
@IfBuildProperty(name = "nollan.outbox", stringValue = "true")
@ApplicationScoped
class Renderer {

    private final Map<String, Rendering> renderings;

    Renderer(@All List<Rendering> renderings) {
        this.renderings = renderings.stream().collect(Collectors.toMap(Rendering::type, Function.identity()));
    }

    /** A batch that cannot be rendered, whatever the state of the database. */
    static final class NotRendered extends RuntimeException {
        private final transient List<Waiting> waiting;

        NotRendered(String type, List<Waiting> waiting, Throwable cause) {
            super("Messages of type " + type + " cannot be rendered", cause);
            this.waiting = waiting;
        }

        /** Those that were to be rendered together; one of them cannot be, or more. */
        List<Waiting> waiting() {
            return waiting;
        }
    }

    /** Bodies by message, in the order of the batch; a message that has none left to send has an empty list. */
    Uni<Map<Waiting, List<String>>> render(Session session, List<Waiting> batch) {
        Map<String, List<Waiting>> references = batch.stream()
                .filter(waiting -> waiting.message().reference() != null)
                .collect(Collectors.groupingBy(
                        waiting -> waiting.message().type(), LinkedHashMap::new, Collectors.toList()));
        return Multi.createFrom()
                .iterable(references.entrySet())
                .onItem()
                .transformToUniAndConcatenate(group -> render(session, group.getKey(), group.getValue()))
                .collect()
                .in(HashMap<Long, List<String>>::new, Map::putAll)
                .map(rendered -> inOrder(batch, rendered));
    }

    private Uni<Map<Long, List<String>>> render(Session session, String type, List<Waiting> waiting) {
        Rendering rendering = renderings.get(type);
        if (rendering == null) {
            return Uni.createFrom().failure(new NotRendered(type, waiting, new IllegalStateException("no rendering")));
        }
        return rendering
                .render(session, waiting)
                .onFailure()
                .transform(failure -> new NotRendered(type, waiting, failure));
    }

    private static Map<Waiting, List<String>> inOrder(List<Waiting> batch, Map<Long, List<String>> rendered) {
        Map<Waiting, List<String>> bodies = new LinkedHashMap<>();
        for (Waiting waiting : batch) {
            String body = waiting.message().body();
            bodies.put(waiting, body == null ? rendered.getOrDefault(waiting.id(), List.of()) : List.of(body));
        }
        return bodies;
    }
}
