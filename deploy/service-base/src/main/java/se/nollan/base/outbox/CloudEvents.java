package se.nollan.base.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** CloudEvents 1.0 over Kafka, binary mode: the attributes are headers, the body is the data. */
final class CloudEvents {

    private CloudEvents() {}

    /** @param source the service that sends it, as {@code /ingest} */
    static ProducerRecord<String, byte[]> record(String source, Message message, String body, Instant now) {
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(message.topic(), message.key(), body.getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_source",
                        source,
                        "ce_type",
                        "se.nollan." + message.type() + ".v1",
                        "ce_time",
                        now.truncatedTo(ChronoUnit.MILLIS).toString(),
                        "ce_dataschema",
                        "urn:nollan:schema:" + message.type() + ":1",
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
