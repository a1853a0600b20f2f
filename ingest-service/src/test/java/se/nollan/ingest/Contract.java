package se.nollan.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.InputStream;
import java.time.Instant;
import java.util.UUID;
import se.nollan.local.parts.Message;

/** What deploy/contracts says of a message: its body by the JSON Schema, its headers by the README. */
public final class Contract {

    private final String name;
    private final JsonSchema schema;

    public Contract(String name) {
        this.name = name;
        SchemaValidatorsConfig strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        InputStream text = Contract.class.getResourceAsStream("/contracts/events/" + name + ".schema.json");
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text, strict);
    }

    public void keptBy(Message message) {
        assertThat(schema.validate(message.text(), InputFormat.JSON))
                .as("body of %s", name)
                .isEmpty();
        assertThat(message.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/ingest")
                .containsEntry("ce_type", "se.nollan." + name + ".v1")
                .containsEntry("ce_dataschema", "urn:nollan:schema:" + name + ":1")
                .containsEntry("content-type", "application/json")
                .hasSize(7);
        assertThat(UUID.fromString(message.headers().get("ce_id"))).isNotNull();
        assertThat(Instant.parse(message.headers().get("ce_time")))
                .isBefore(Instant.now().plusSeconds(60));
    }
}
