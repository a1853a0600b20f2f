package se.nollan.publish.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import se.nollan.base.database.SqlFailure;

/** Puts a message aside, as it came, with the reason in its headers, so that it is seen and can be replayed. */
@ApplicationScoped
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final MutinyEmitter<byte[]> emitter;

    DeadLetters(@Channel("dead-letters") MutinyEmitter<byte[]> emitter) {
        this.emitter = emitter;
    }

    Uni<Void> put(ConsumerRecord<byte[], byte[]> message, String reason) {
        LOG.errorf(
                "A message of %s (partition %d, offset %d) goes to dead-letters: %s",
                message.topic(), message.partition(), message.offset(), reason);
        RecordHeaders headers = new RecordHeaders(message.headers());
        headers.add("dead-letter-reason", reason.getBytes(UTF_8));
        headers.add("dead-letter-topic", message.topic().getBytes(UTF_8));
        headers.add("dead-letter-partition", String.valueOf(message.partition()).getBytes(UTF_8));
        headers.add("dead-letter-offset", String.valueOf(message.offset()).getBytes(UTF_8));
        headers.add("dead-letter-consumer", "publish-service".getBytes(UTF_8));
        byte[] body = message.value() == null ? new byte[0] : message.value();
        return emitter.sendMessage(Message.of(body)
                .addMetadata(OutgoingKafkaRecordMetadata.<byte[]>builder()
                        .withKey(message.key())
                        .withHeaders(headers)
                        .build()));
    }

    /** Our own words quote nothing; a database's, a parser's or the JDK's may, and then what it is says enough. */
    static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            var state = SqlFailure.state(cause);
            if (state.isPresent()) {
                return "the database does not take it: SQL state " + state.get();
            }
        }
        boolean ours = failure.getClass() == IllegalArgumentException.class
                || failure.getClass().getPackageName().startsWith("se.nollan.");
        return ours && failure.getMessage() != null
                ? failure.getMessage()
                : failure.getClass().getSimpleName();
    }
}
