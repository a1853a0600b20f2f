package se.nollan.publish.submissions;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.hibernate.reactive.mutiny.Mutiny.SessionFactory;
import se.nollan.publish.messages.Intake;
import se.nollan.publish.messages.MessageBody;

/** Takes in the topics {@code submissions} and {@code progress}. */
@ApplicationScoped
public class SubmissionsConsumer {

    private static final String SUBMISSION = "se.nollan.submission.v1";
    private static final String PROGRESS = "se.nollan.progress.v1";
    private static final String RE_EVALUATION = "se.nollan.reevaluation.v1";

    private final Intake intake;
    private final SessionFactory sessions;
    private final SubmissionRepository submissions;
    private final ReEvaluationRepository reEvaluations;

    SubmissionsConsumer(
            Intake intake,
            SessionFactory sessions,
            SubmissionRepository submissions,
            ReEvaluationRepository reEvaluations) {
        this.intake = intake;
        this.sessions = sessions;
        this.submissions = submissions;
        this.reEvaluations = reEvaluations;
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
                SubmissionsConsumer::readProgress,
                bodies -> sessions.withTransaction(session -> submissions
                        .storeProgress(session, only(bodies, ProgressMessage.class))
                        .chain(() -> storeLast(session, only(bodies, ReEvaluationMessage.class)))));
    }

    private static Object readProgress(ConsumerRecord<byte[], byte[]> message) {
        return MessageBody.type(message).equals(RE_EVALUATION)
                ? MessageBody.read(message, RE_EVALUATION, ReEvaluationMessage.class)
                : MessageBody.read(message, PROGRESS, ProgressMessage.class);
    }

    private static <T> List<T> only(List<Object> bodies, Class<T> type) {
        return bodies.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Each says all that holds: the last of them is enough. */
    private Uni<Void> storeLast(Session session, List<ReEvaluationMessage> told) {
        return told.stream()
                .max(Comparator.comparingLong(ReEvaluationMessage::revision))
                .map(last -> reEvaluations.store(session, last))
                .orElse(Uni.createFrom().voidItem());
    }
}
