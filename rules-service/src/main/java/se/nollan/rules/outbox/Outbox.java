package se.nollan.rules.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.eventbus.EventBus;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/**
 * Where a feature leaves its messages. Order per key holds when the caller appends under the lock by which it assigned
 * the revision that the message tells of: ids then grow as the revisions do.
 */
@ApplicationScoped
public class Outbox {

    static final String NUDGE = "outbox.nudge";

    private final EventBus bus;

    Outbox(EventBus bus) {
        this.bus = bus;
    }

    /** To be called after the commit: the relay looks at once instead of at its next round. */
    public void nudge() {
        bus.send(NUDGE, "");
    }

    /** Writes messages in the caller's transaction, in the order given. */
    public Uni<Void> append(Session session, List<Message> messages) {
        if (messages.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery("""
                        insert into outbox (topic, key, type, body)
                        select topic, key, type, body
                        from unnest(cast(:topics as text[]), cast(:keys as text[]), cast(:types as text[]),
                                    cast(:bodies as text[])) with ordinality as m(topic, key, type, body, n)
                        order by n
                        """)
                .setParameter("topics", column(messages, Message::topic))
                .setParameter("keys", column(messages, Message::key))
                .setParameter("types", column(messages, Message::type))
                .setParameter("bodies", column(messages, Message::body))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String[] column(List<Message> messages, Function<Message, String> part) {
        return messages.stream().map(part).toArray(String[]::new);
    }
}
