package se.nollan.rules.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import se.nollan.base.messaging.Poison;
import se.nollan.base.messaging.Retry;
import se.nollan.base.messaging.Workers;
import se.nollan.rules.access.AccessEntry;
import se.nollan.rules.access.AccessRepository;
import se.nollan.rules.json.Fields;
import se.nollan.rules.queue.QueueSignal;
import se.nollan.rules.queue.ReEvaluationRepository;
import se.nollan.rules.register.RegisterJson;
import se.nollan.rules.register.RegisterRepository;
import se.nollan.rules.register.RegisterVersion;

/** Takes in the topic {@code register}: versions of the register, and who may act for which provider. */
@ApplicationScoped
class RegisterConsumer {

    private static final int LONGEST_ID = 64;

    private final SessionFactory sessions;
    private final RegisterRepository registers;
    private final ReEvaluationRepository reEvaluations;
    private final AccessRepository access;
    private final QueueSignal queueSignal;
    private final ObjectMapper json;

    RegisterConsumer(
            SessionFactory sessions,
            RegisterRepository registers,
            ReEvaluationRepository reEvaluations,
            AccessRepository access,
            QueueSignal queueSignal,
            ObjectMapper json) {
        this.sessions = sessions;
        this.registers = registers;
        this.reEvaluations = reEvaluations;
        this.access = access;
        this.queueSignal = queueSignal;
        this.json = json;
    }

    @Incoming("register")
    Uni<Void> take(ConsumerRecord<String, byte[]> record) {
        Uni<Void> taken =
                switch (type(record)) {
                    case "se.nollan.register.v1" -> takeRegister(record.value());
                    case "se.nollan.access.v1" -> takeAccess(record.value());
                    default -> Uni.createFrom().failure(new Poison("The message is of a type that is not known"));
                };
        // What a database says of a row may quote it.
        return taken.onFailure(failure -> !(failure instanceof Poison))
                .transform(failure -> new Poison(failure.getClass().getName()));
    }

    private Uni<Void> takeRegister(byte[] body) {
        return Workers.compute(() -> RegisterJson.version(fields(body)))
                .chain(version -> Retry.with(() -> sessions.withTransaction(
                        session -> store(session, version, new String(body, StandardCharsets.UTF_8)))))
                .invoke(queueSignal::announce);
    }

    /** In one transaction with the version: that what it changes is to be evaluated again. Contacts that come meanwhile wait for its end. */
    private Uni<Void> store(Session session, RegisterVersion version, String content) {
        return registers.change(session).chain(() -> registers.newest(session)).chain(before -> {
            if (version.version() <= before.version()) {
                return Uni.createFrom().voidItem();
            }
            Set<String> changed = version.changedLines(before);
            return registers
                    .store(session, version, content)
                    .chain(() -> reEvaluations.beginForRegister(
                            session, version.version(), changed, version.regionsOf(changed, before)));
        });
    }

    private Uni<Void> takeAccess(byte[] body) {
        return Workers.compute(() -> {
                    Fields entry = fields(body);
                    return new AccessEntry(
                            entry.requiredText("provider", LONGEST_ID),
                            entry.requiredNumber("revision"),
                            entry.texts("clients"),
                            entry.texts("groups"));
                })
                .chain(entry -> Retry.with(() -> sessions.withTransaction(session -> access.store(session, entry))));
    }

    private Fields fields(byte[] body) {
        try {
            JsonNode tree = json.readTree(body);
            return new Fields(tree, "", fault -> {
                throw new Poison(fault.pointer() + ": " + fault.detail());
            });
        } catch (IOException unreadable) {
            throw new Poison("The message is not JSON that can be read");
        }
    }

    private static String type(ConsumerRecord<String, byte[]> record) {
        Header type = record.headers().lastHeader("ce_type");
        return type == null ? "" : new String(type.value(), StandardCharsets.UTF_8);
    }
}
