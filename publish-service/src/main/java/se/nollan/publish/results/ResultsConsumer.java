package se.nollan.publish.results;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import se.nollan.publish.messages.Intake;
import se.nollan.publish.messages.MessageBody;

/** Takes in the topic {@code results}. */
@ApplicationScoped
public class ResultsConsumer {

    private static final String RESULT = "se.nollan.result.v1";

    private final Intake intake;
    private final SessionFactory sessions;
    private final ResultRepository results;
    private final PutAsideRepository putAside;

    ResultsConsumer(Intake intake, SessionFactory sessions, ResultRepository results, PutAsideRepository putAside) {
        this.intake = intake;
        this.sessions = sessions;
        this.results = results;
        this.putAside = putAside;
    }

    @Incoming("results")
    Uni<Void> take(ConsumerRecords<byte[], byte[]> batch) {
        return intake.take(
                batch,
                ResultsConsumer::read,
                bodies -> sessions.withTransaction(session -> results.store(session, bodies)),
                this::note);
    }

    /** That a month lacks it must be known before it is put aside. */
    private Uni<Void> note(ConsumerRecord<byte[], byte[]> message, String reason) {
        return PutAside.of(message.key(), reason)
                .map(result -> sessions.withTransaction(session -> putAside.note(session, result)))
                .orElse(Uni.createFrom().voidItem());
    }

    private static ResultMessage read(ConsumerRecord<byte[], byte[]> message) {
        ResultMessage body = MessageBody.read(message, RESULT, ResultMessage.class);
        // What does not balance, or has an unknown word, is poison.
        body.toResult();
        return body;
    }
}
