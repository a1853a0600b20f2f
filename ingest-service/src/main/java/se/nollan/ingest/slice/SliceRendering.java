package se.nollan.ingest.slice;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import se.nollan.base.outbox.Rendering;
import se.nollan.base.outbox.Waiting;

/** Renders {@code contacts} messages from slice revisions when they are sent: the outbox holds a reference of a few bytes. */
@ApplicationScoped
class SliceRendering implements Rendering {
    private final ObjectMapper json;

    SliceRendering(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public String type() {
        return SliceReference.TYPE;
    }

    @Override
    public Uni<Map<Long, List<String>>> render(Session session, List<Waiting> waiting) {
        var rows = json.createArrayNode();
        for (var one : waiting) {
            var reference = SliceReference.parse(String.valueOf(one.message().reference()));
            rows.addObject()
                    .put("id", one.id())
                    .put("submission", reference.submission().toString())
                    .put("day", reference.day().toString())
                    .put("unit", reference.unit());
        }
        // A submission that was withdrawn has two revisions of a slice; the newer says it all.
        return session.createNativeQuery("""
                        select distinct on (w.id, r.source, r.line)
                               w.id, cast(r.submission as text) as submission, w.unit, r.day, r.register_version, s.provider, s.system, r.line,
                               r.revision, r.hash, r.count, array_to_string(r.units, ',') as units, r.content
                        from json_to_recordset(cast(cast(:rows as text) as json)) as w(id bigint, submission uuid, day date, unit text)
                        join slice_revision r on r.submission = w.submission and r.day = w.day and w.unit = any(r.units)
                          and r.content is not null
                        join source s on s.id = r.source
                        order by w.id, r.source, r.line, r.revision desc
                        """, Tuple.class)
                .setParameter("rows", rows.toString())
                .getResultList()
                .map(SliceRendering::bodies);
    }

    private static Map<Long, List<String>> bodies(List<Tuple> rows) {
        var slices = new HashMap<Long, List<SliceMessages.Slice>>();
        var messages = new HashMap<Long, SliceMessages>();
        for (var row : rows) {
            var id = row.get("id", Number.class).longValue();
            var day = row.get("day", LocalDate.class);
            messages.computeIfAbsent(
                    id,
                    none -> new SliceMessages(
                            UUID.fromString(row.get("submission", String.class)),
                            UUID.randomUUID(),
                            row.get("unit", String.class),
                            day,
                            row.get("register_version", Number.class).longValue()));
            slices.computeIfAbsent(id, none -> new ArrayList<>())
                    .add(new SliceMessages.Slice(
                            row.get("provider", String.class),
                            row.get("system", String.class),
                            row.get("line", String.class),
                            day,
                            row.get("revision", Number.class).longValue(),
                            row.get("hash", String.class),
                            row.get("count", Number.class).longValue(),
                            List.of(row.get("units", String.class).split(",")),
                            row.get("content", String.class)));
        }
        var bodies = new HashMap<Long, List<String>>();
        messages.forEach((id, message) -> bodies.put(id, message.bodies(slices.getOrDefault(id, List.of()))));
        return bodies;
    }
}
