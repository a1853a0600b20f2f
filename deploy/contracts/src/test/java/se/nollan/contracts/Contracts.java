package se.nollan.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.DisallowUnknownKeywordFactory;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** The files of this module, as they stand in the source tree. */
final class Contracts {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A misspelt keyword would be ignored, and the schema would let more through than it says: refuse it. */
    private static final JsonSchemaFactory STRICT = JsonSchemaFactory.getInstance(
            VersionFlag.V202012,
            builder -> builder.metaSchema(JsonMetaSchema.builder(JsonMetaSchema.getV202012())
                    .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
                    .build()));

    private static final SchemaValidatorsConfig WITH_FORMATS =
            SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();

    private Contracts() {}

    /** Names of the messages that have a schema, in alphabetical order. */
    static List<String> messages() {
        try (var files = Files.list(ROOT.resolve("events"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".schema.json"))
                    .map(name -> name.substring(0, name.length() - ".schema.json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode schemaFile(String message) {
        return json(ROOT.resolve("events/" + message + ".schema.json"));
    }

    static JsonNode example(String message) {
        return json(ROOT.resolve("events/examples/" + message + ".json"));
    }

    static JsonNode asyncApi() {
        try {
            return new YAMLMapper().readTree(ROOT.resolve("asyncapi.yaml").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path root() {
        return ROOT;
    }

    static Set<ValidationMessage> errors(String message, JsonNode body) {
        return validator(schemaFile(message)).validate(body);
    }

    static JsonSchema validator(JsonNode schema) {
        return STRICT.getSchema(schema, WITH_FORMATS);
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
