package se.nollan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The contracts of the messages. */
public final class Schemas {

    private static final Path EVENTS = RulesParts.deploy().resolve("contracts/events");

    private Schemas() {}

    /** That a message of that name is as its schema and the headers of the contracts say. */
    public static void check(String name, ConsumerRecord<String, byte[]> message) {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(read(name + ".schema.json"));
        assertThat(schema.validate(Broker.json(message))).isEmpty();
        assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(message, "ce_id")).isNotBlank();
        assertThat(header(message, "ce_source")).isEqualTo("/rules");
        assertThat(header(message, "ce_type")).isEqualTo("se.nollan." + name + ".v1");
        assertThat(header(message, "ce_time")).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{3})?Z");
        assertThat(header(message, "ce_dataschema")).isEqualTo("urn:nollan:schema:" + name + ":1");
        assertThat(header(message, "content-type")).isEqualTo("application/json");
    }

    static String example(String name) {
        return read("examples/" + name + ".json");
    }

    private static String read(String file) {
        try {
            return Files.readString(EVENTS.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
