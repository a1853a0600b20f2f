package se.nollan.publish.register;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import se.nollan.publish.access.AccessEntry;
import se.nollan.publish.access.AccessRepository;
import se.nollan.publish.messages.Intake;
import se.nollan.publish.messages.MessageBody;

/** Takes in the topic {@code register}: versions of the register, and access entries. */
@ApplicationScoped
public class RegisterConsumer {

    private static final String VERSION = "se.nollan.register.v1";
    private static final String ACCESS = "se.nollan.access.v1";

    private sealed interface News {}

    private record Version(RegisterMessage body, byte[] content) implements News {}

    private record Access(AccessEntry entry) implements News {}

    @RegisterForReflection
    record AccessBody(String provider, long revision, Set<String> clients, Set<String> groups) {}

    private final Intake intake;
    private final SessionFactory sessions;
    private final RegisterRepository register;
    private final AccessRepository access;

    RegisterConsumer(Intake intake, SessionFactory sessions, RegisterRepository register, AccessRepository access) {
        this.intake = intake;
        this.sessions = sessions;
        this.register = register;
        this.access = access;
    }

    @Incoming("register")
    Uni<Void> take(ConsumerRecords<byte[], byte[]> batch) {
        return intake.take(batch, RegisterConsumer::read, this::store);
    }

    private static News read(ConsumerRecord<byte[], byte[]> message) {
        if (MessageBody.type(message).equals(ACCESS)) {
            AccessBody body = MessageBody.read(message, ACCESS, AccessBody.class);
            return new Access(new AccessEntry(body.provider, body.revision, body.clients, body.groups));
        }
        RegisterMessage body = MessageBody.read(message, VERSION, RegisterMessage.class);
        // Reading it now finds unknown words while the message can still be put aside.
        body.toRegister();
        return new Version(body, message.value());
    }

    private Uni<Void> store(List<News> batch) {
        return sessions.withTransaction(session -> Multi.createFrom()
                .iterable(batch)
                .onItem()
                .transformToUniAndConcatenate(news -> store(session, news))
                .collect()
                .last()
                .replaceWithVoid());
    }

    private Uni<Void> store(Session session, News news) {
        if (news instanceof Access entry) {
            return access.store(session, entry.entry).replaceWithVoid();
        }
        Version version = (Version) news;
        return register.store(session, version.body, version.content);
    }
}
