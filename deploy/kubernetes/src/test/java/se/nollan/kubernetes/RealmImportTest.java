package se.nollan.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import se.nollan.kubernetes.model.KeycloakOperator.RealmImport;

/**
 * The operator takes the realm only inside a resource of its own, so the realm stands twice: in deploy/keycloak and in base/keycloak/realm.yaml. After a change of
 * the first, {@code ./mvnw -pl deploy/kubernetes test -Dtest=RealmImportTest -Dnollan.realm=write} writes the second.
 */
class RealmImportTest {

    private static final Path REALM = Installation.REPOSITORY.resolve("deploy/keycloak/nollan-realm.json");
    private static final Path IMPORT = Installation.HERE.resolve("base/keycloak/realm.yaml");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z0-9_]+)}");

    @BeforeAll
    static void writeItAnewIfAsked() throws IOException {
        if (!"write".equals(System.getProperty("nollan.realm"))) {
            return;
        }
        String before = Files.readString(IMPORT);
        String head = before.substring(0, before.indexOf("  placeholders:\n"));
        String placeholders = placeholders().stream()
                .map(name -> "    %s:%n      secret: { name: keycloak-clients, key: %s }%n".formatted(name, name))
                .collect(Collectors.joining());
        String realm = Files.readString(REALM).strip().indent(4);
        Files.writeString(IMPORT, head + "  placeholders:\n" + placeholders + "  realm:\n" + realm);
    }

    private final RealmImport realmImport = Installation.REGION_EXEMPEL.one(RealmImport.class, "nollan-realm");

    @Test
    void theRealmIsThatOfDeployKeycloak() throws IOException {
        JsonNode realm = new ObjectMapper().readTree(REALM.toFile());

        assertThat(realmImport.spec().realm())
                .as("write it anew: ./mvnw -pl deploy/kubernetes test -Dtest=RealmImportTest -Dnollan.realm=write")
                .isEqualTo(realm);
    }

    @Test
    void everyPlaceholderOfTheRealmComesFromTheSecretOfTheClients() throws IOException {
        assertThat(realmImport.spec().placeholders()).containsOnlyKeys(placeholders());
        realmImport.spec().placeholders().forEach((name, from) -> {
            assertThat(from.secret().name()).isEqualTo("keycloak-clients");
            assertThat(from.secret().key()).isEqualTo(name);
        });
    }

    @Test
    void noClientHasASecretThatStandsInGit() {
        realmImport.spec().realm().path("clients").forEach(client -> {
            if (client.has("secret")) {
                assertThat(client.path("secret").asText()).matches(PLACEHOLDER);
            }
        });
    }

    private static TreeSet<String> placeholders() throws IOException {
        var names = new TreeSet<String>();
        Matcher matcher = PLACEHOLDER.matcher(Files.readString(REALM));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }
}
