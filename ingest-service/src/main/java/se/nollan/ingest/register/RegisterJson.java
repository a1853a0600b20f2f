package se.nollan.ingest.register;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.nollan.base.text.Sha256;

/** The register as JSON: the form of the documents, of the messages and, in one order, of what is hashed. */
final class RegisterJson {

    private static final ObjectMapper READER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private RegisterJson() {}

    /** The document as maps and lists; empty when it is not one JSON object in UTF-8. */
    static Optional<Map<?, ?>> parse(byte[] document) {
        try {
            return READER.readValue(document, Object.class) instanceof Map<?, ?> fields
                    ? Optional.of(fields)
                    : Optional.empty();
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@link #canonical} wrote. */
    static RegisterContent read(String canonical) {
        Map<?, ?> document = parse(canonical.getBytes(StandardCharsets.UTF_8)).orElseThrow(IllegalStateException::new);
        List<RegisterFinding> findings = new ArrayList<>();
        RegisterContent registerContent =
                DocumentReader.read(document, findings).content();
        if (findings.stream().anyMatch(RegisterFinding::isError)) {
            throw new IllegalStateException("A stored register cannot be read: " + findings.get(0));
        }
        return registerContent;
    }

    /** The one text of a content: sorted, no blanks, nothing that says what is so anyway. */
    static String canonical(RegisterContent registerContent) {
        return write(json -> {
            json.writeStartObject();
            content(json, registerContent);
            json.writeEndObject();
        });
    }

    /** The entity tag of a part of the register: the same as long as that part says the same. */
    static String tag(RegisterContent part) {
        return Sha256.hex(canonical(part));
    }

    /** A version: the message {@code register}, and the answer to who asks for it. */
    static String version(long version, String hash, Instant importedAt, RegisterContent registerContent) {
        return write(json -> {
            json.writeStartObject();
            json.writeNumberField("version", version);
            json.writeStringField("hash", hash);
            json.writeStringField("importedAt", importedAt.toString());
            content(json, registerContent);
            json.writeEndObject();
        });
    }

    /** The entries of one id, of whatever kind. */
    static String entries(RegisterContent part) {
        return write(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("entries");
            for (Provider provider : part.providers()) {
                provider(json, provider);
            }
            for (Unit unit : part.units()) {
                unit(json, unit);
            }
            for (Line line : part.lines()) {
                line(json, line);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    private static String write(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = READER.createGenerator(text)) {
            writing.to(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void content(JsonGenerator json, RegisterContent registerContent) throws IOException {
        json.writeArrayFieldStart("providers");
        for (Provider provider : registerContent.providers()) {
            provider(json, provider);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("units");
        for (Unit unit : registerContent.units()) {
            unit(json, unit);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("lines");
        for (Line line : registerContent.lines()) {
            line(json, line);
        }
        json.writeEndArray();
    }

    private static void provider(JsonGenerator json, Provider provider) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", provider.id());
        json.writeStringField("name", provider.name());
        json.writeStringField("form", provider.form().word());
        if (provider.contract() != null) {
            json.writeObjectFieldStart("contract");
            period(json, provider.contract());
            json.writeEndObject();
        }
        period(json, provider.period());
        json.writeEndObject();
    }

    private static void unit(JsonGenerator json, Unit unit) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", unit.id());
        json.writeStringField("name", unit.name());
        json.writeStringField("region", unit.region());
        json.writeStringField("provider", unit.provider());
        json.writeStringField("type", unit.type().word());
        optional(json, "parent", unit.parent());
        texts(json, "aliases", unit.aliases());
        if (unit.target() != null) {
            json.writeNumberField("target", unit.target());
        }
        texts(json, "shared", unit.shared());
        period(json, unit.period());
        json.writeEndObject();
    }

    private static void line(JsonGenerator json, Line line) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", line.id());
        json.writeStringField("unit", line.unit());
        json.writeStringField("kind", line.kind().word());
        if (line.underMain()) {
            json.writeBooleanField("underMain", true);
        }
        if (line.automatic()) {
            json.writeBooleanField("automatic", true);
        }
        if (line.systems().size() == 1) {
            json.writeStringField("system", line.systems().get(0));
        } else {
            texts(json, "system", line.systems());
        }
        texts(json, "keys", line.keys());
        period(json, line.period());
        json.writeEndObject();
    }

    private static void period(JsonGenerator json, Period period) throws IOException {
        optional(json, "from", period.from());
        optional(json, "to", period.to());
    }

    private static void optional(JsonGenerator json, String field, @Nullable Object value) throws IOException {
        if (value != null) {
            json.writeStringField(field, value.toString());
        }
    }

    private static void texts(JsonGenerator json, String field, List<String> values) throws IOException {
        if (!values.isEmpty()) {
            json.writeArrayFieldStart(field);
            for (String value : values) {
                json.writeString(value);
            }
            json.writeEndArray();
        }
    }
}
