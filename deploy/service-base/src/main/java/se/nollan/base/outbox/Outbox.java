package se.nollan.base.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.quarkus.arc.properties.IfBuildProperty;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.eventbus.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * Where a feature leaves its messages. Order per key holds when the caller appends under the lock by which it assigned
 * the revision that the message tells of: ids then grow as the revisions do.
 */
@IfBuildProperty(name = "nollan.outbox", stringValue = "true")
@ApplicationScoped
public class Outbox {

    static final String NUDGE = "outbox.nudge";

    /** One statement takes that many messages or that many bytes: bounded memory, few round trips. */
    private static final int MESSAGES = 2_000;

    private static final long BYTES = 8_000_000;

    private final ObjectMapper json;
    private final EventBus bus;

    Outbox(ObjectMapper json, EventBus bus) {
        this.json = json;
        this.bus = bus;
    }

    /** Writes messages in the caller's transaction, in the order given. */
    public Uni<Void> append(Session session, List<Message> messages) {
        return Multi.createFrom()
                .iterable(chunks(messages))
                .onItem()
                .transformToUniAndConcatenate(chunk -> insert(session, chunk))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** To be called after the commit: the relay looks at once instead of at its next round. */
    public void nudge() {
        bus.send(NUDGE, "");
    }

    private Uni<Integer> insert(Session session, List<Message> messages) {
        // One JSON text is the one form in which a session binds many rows. Cast to text first: what the client takes
        // for json it would wrap into a JSON string.
        return session.createNativeQuery("""
                        insert into outbox (topic, key, type, body, reference, bytes)
                        select topic, key, type, body, reference, bytes
                        from json_to_recordset(cast(cast(:rows as text) as json))
                          as r(n int, topic text, key text, type text, body text, reference text, bytes bigint)
                        order by n
                        """)
                .setParameter("rows", rows(messages))
                .executeUpdate();
    }

    private String rows(List<Message> messages) {
        ArrayNode rows = json.createArrayNode();
        for (Message message : messages) {
            rows.addObject()
                    .put("n", rows.size())
                    .put("topic", message.topic())
                    .put("key", message.key())
                    .put("type", message.type())
                    .put("body", message.body())
                    .put("reference", message.reference())
                    .put("bytes", message.bytes());
        }
        try {
            return json.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<List<Message>> chunks(List<Message> messages) {
        List<List<Message>> chunks = new ArrayList<>();
        List<Message> chunk = new ArrayList<>();
        long bytes = 0;
        for (Message message : messages) {
            long size = message.body() == null ? 0 : message.bytes();
            if (!chunk.isEmpty() && (chunk.size() == MESSAGES || bytes + size > BYTES)) {
                chunks.add(chunk);
                chunk = new ArrayList<>();
                bytes = 0;
            }
            chunk.add(message);
            bytes += size;
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk);
        }
        return chunks;
    }
}
