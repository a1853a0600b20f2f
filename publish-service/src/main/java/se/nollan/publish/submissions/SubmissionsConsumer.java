package se.nollan.publish.submissions;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import se.nollan.publish.messages.Intake;
import se.nollan.publish.messages.MessageBody;

/** Takes in the topics {@code submissions} and {@code progress}. */
@ApplicationScoped
public class SubmissionsConsumer {

    private static final String SUBMISSION = "se.nollan.submission.v1";
    private static final String PROGRESS = "se.nollan.progress.v1";

    private final Intake intake;
    private final SessionFactory sessions;
    private final SubmissionRepository submissions;

    SubmissionsConsumer(Intake intake, SessionFactory sessions, SubmissionRepository submissions) {
        this.intake = intake;
        this.sessions = sessions;
        this.submissions = submissions;
    }

    @Incoming("submissions")
    Uni<Void> takeSubmissions(ConsumerRecords<byte[], byte[]> batch) {
        return intake.take(
                batch,
                message -> MessageBody.read(message, SUBMISSION, SubmissionMessage.class),
                bodies -> sessions.withTransaction(session -> Multi.createFrom()
                        .iterable(bodies)
                        .onItem()
                        .transformToUniAndConcatenate(body -> submissions.store(session, body))
                        .collect()
                        .last()
                        .replaceWithVoid()));
    }

    @Incoming("progress")
    Uni<Void> takeProgress(ConsumerRecords<byte[], byte[]> batch) {
        return intake.take(
                batch,
                message -> MessageBody.read(message, PROGRESS, ProgressMessage.class),
                bodies -> sessions.withTransaction(session -> submissions.storeProgress(session, bodies)));
    }
}
