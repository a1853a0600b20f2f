package se.nollan.ingest.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import se.nollan.ingest.format.Field;
import se.nollan.ingest.format.KnownLines;
import se.nollan.ingest.submission.SubmissionRequest;

/** The table {@code live_contact}, and what stands where it says nothing. */
@ApplicationScoped
class LiveRepository {
    private final ObjectMapper json;
    private final Clock clock;

    LiveRepository(ObjectMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    /** What is known of contacts of a source, by id. */
    Uni<Map<String, LiveContact>> known(Session session, int source, Collection<String> ids, KnownLines lines) {
        return session.createNativeQuery(LiveSql.KNOWN, Tuple.class)
                .setParameter("ids", String.join("\n", ids))
                .setParameter("source", source)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> contact(row, lines))
                        .collect(Collectors.toMap(LiveContact::id, contact -> contact)));
    }

    private LiveContact contact(Tuple row, KnownLines lines) {
        var said = row.get("said", String.class);
        var line = row.get("line", String.class);
        var day = row.get("day", LocalDate.class);
        return new LiveContact(
                row.get("id", String.class),
                said == null ? standing(row, line) : read(said),
                row.get("revision", Number.class).longValue(),
                line == null ? null : placed(line, day, lines));
    }

    /** Where it was counted, as far as a merge asks. */
    private static LiveContact.Placed placed(String line, LocalDate day, KnownLines lines) {
        var known = lines.line(line, day);
        return new LiveContact.Placed(line, day, "", known == null ? "" : known.region(), null, null, false, "");
    }

    /** What a contact that stands says, field by field. */
    private Map<String, String> standing(Tuple row, String line) {
        var said = new TreeMap<String, String>();
        try {
            json.readTree(row.get("content", String.class)).properties().forEach(field -> {
                var value = field.getValue();
                if (Field.named(field.getKey()) != null) {
                    said.put(
                            field.getKey(),
                            value.isArray()
                                    ? value.valueStream()
                                            .map(one -> one.asText())
                                            .collect(Collectors.joining(" "))
                                    : value.asText());
                }
            });
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        said.put(Field.LINE.label(), line);
        var first = row.get("first_line", String.class);
        if (first != null) {
            said.put(Field.FIRST_LINE.label(), first);
        }
        return said;
    }

    /** Keeps contacts; ids of those that nobody else has changed meanwhile. */
    Uni<Set<String>> keep(Session session, int source, SubmissionRequest request, Collection<LiveContact> contacts) {
        var rows = json.createArrayNode();
        for (var contact : contacts) {
            var row = rows.addObject().put("id", contact.id()).put("revision", contact.revision());
            contact.said().forEach(row.putObject("said")::put);
            var placed = contact.placed();
            if (placed != null) {
                row.put("line", placed.line())
                        .put("day", placed.day().toString())
                        .put("unit", placed.unit())
                        .put("firstLine", placed.firstLine())
                        .put("firstUnit", placed.firstUnit())
                        .put("warned", placed.warned())
                        .put("content", placed.content());
            }
        }
        return session.createNativeQuery(LiveSql.KEEP, String.class)
                .setParameter("rows", rows.toString())
                .setParameter("source", source)
                .setParameter("now", clock.instant())
                .setParameter("client", request.sentBy())
                .setParameter("profile", request.profile())
                .getResultList()
                .map(Set::copyOf);
    }

    Map<String, String> read(String said) {
        try {
            return json.readValue(said, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * After contacts were put in place.
     *
     * @param again whether they could not be, and wait for another turn
     */
    static Uni<Void> done(Session session, int source, List<String> ids, boolean again, Instant now) {
        var change = session.createNativeQuery(again ? LiveSql.WAIT : LiveSql.DONE)
                .setParameter("source", source)
                .setParameter("ids", ids);
        return (again ? change.setParameter("now", now) : change)
                .executeUpdate()
                .replaceWithVoid();
    }
}
