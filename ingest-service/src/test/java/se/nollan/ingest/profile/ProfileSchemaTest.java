package se.nollan.ingest.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** The schema by which editors help with a profile says what the service says. */
class ProfileSchemaTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void everyProfileThatIsReadFitsTheSchema() throws IOException {
        var profiles = new ArrayList<String>();
        ProfileFolder.builtIn().values().forEach(profile -> profiles.add(profile.yaml()));
        profiles.addAll(List.of(text("/field/profiles.yaml").split("\n---\n")));
        profiles.add(text("/profiles/technion.yaml"));

        assertThat(profiles).hasSizeGreaterThan(50).allSatisfy(profile -> assertThat(wrong(profile))
                .as(profile.lines().findFirst().orElse(""))
                .isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "delimiter: \";\" | delimeter: \";\"",
                "encoding: windows-1252 | encoding: [a]",
                "constant: phone | konstant: phone",
                "fields: | field:",
                "line: Kö | lime: Kö",
                "profile: aurora-teleq | profile: Aurora teleQ",
                "from: Besvarad | column: Besvarad",
            })
    void aMisspeltKeyDoesNotFit(String part, String misspelt) {
        var profile = ProfileFolder.builtIn().get("aurora-teleq").yaml();
        assertThat(profile).contains(part.strip());

        assertThat(wrong(profile.replace(part.strip(), misspelt.strip()))).isNotEmpty();
    }

    private static List<String> wrong(String yaml) {
        JsonNode profile = JSON.valueToTree(new Yaml().load(yaml));
        return schema().validate(profile).stream().map(Object::toString).toList();
    }

    private static JsonSchema schema() {
        try {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(text("/profiles/profile.schema.json"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(String resource) throws IOException {
        try (var bytes = ProfileSchemaTest.class.getResourceAsStream(resource)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
