package se.nollan.rules.intake;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import se.nollan.base.messaging.Poison;
import se.nollan.base.messaging.Retry;
import se.nollan.base.messaging.Workers;

/** Takes in the topic {@code contacts}, as many messages at a time as the broker hands over. */
@ApplicationScoped
class ContactsConsumer {

    private static final Logger LOG = Logger.getLogger(ContactsConsumer.class);

    private final ContactsIntake contactsIntake;

    ContactsConsumer(ContactsIntake contactsIntake) {
        this.contactsIntake = contactsIntake;
    }

    private record Read(KafkaRecord<String, byte[]> record, ContactsMessage message) {}

    private record Refused(KafkaRecord<String, byte[]> record, Poison reason) {}

    private record Sorted(List<Read> read, List<Refused> refused) {}

    @Incoming("contacts")
    Uni<Void> take(KafkaRecordBatch<String, byte[]> batch) {
        return Workers.compute(() -> sort(batch.getRecords()))
                .chain(sorted -> setAside(sorted.refused).chain(() -> store(sorted.read)))
                .chain(() -> Uni.createFrom().completionStage(batch.ack()));
    }

    private Uni<Void> store(List<Read> read) {
        if (read.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Retry.with(() ->
                        contactsIntake.take(read.stream().map(Read::message).toList()))
                .onFailure()
                .recoverWithUni(failure ->
                        read.size() == 1 ? setAside(List.of(refused(read.get(0).record, failure))) : storeEach(read));
    }

    /** One of several cannot be stored: each by itself, so that it alone goes to the dead letters. */
    private Uni<Void> storeEach(List<Read> read) {
        Uni<Void> stored = Uni.createFrom().voidItem();
        for (Read each : read) {
            stored = stored.chain(() -> store(List.of(each)));
        }
        return stored;
    }

    private Uni<Void> setAside(List<Refused> refused) {
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Refused each : refused) {
            LOG.errorf(
                    "A message of %s (partition %d) goes to dead-letters: %s",
                    each.record.getTopic(), each.record.getPartition(), each.reason.getMessage());
            done = done.chain(() -> Uni.createFrom().completionStage(each.record.nack(each.reason)));
        }
        return done;
    }

    /** Only our own reasons are told: the message of another failure may quote what was sent. */
    private static Refused refused(KafkaRecord<String, byte[]> record, Throwable failure) {
        return new Refused(
                record,
                failure instanceof Poison poison
                        ? poison
                        : new Poison(failure.getClass().getName()));
    }

    private static Sorted sort(List<KafkaRecord<String, byte[]>> records) {
        List<Read> read = new ArrayList<>(records.size());
        List<Refused> refused = new ArrayList<>();
        for (KafkaRecord<String, byte[]> each : records) {
            try {
                byte[] body = each.getPayload();
                if (body == null) {
                    throw new Poison("The message is empty");
                }
                read.add(new Read(each, ContactsJson.read(body)));
            } catch (RuntimeException poison) {
                refused.add(refused(each, poison));
            }
        }
        return new Sorted(read, refused);
    }
}
