package se.nollan.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What must stay true of the realm file that installations import. */
class NollanRealmTest {

    private static final Path FILE = Path.of("../../keycloak/nollan-realm.json");
    private static final Path FICTIONAL = Path.of("../fictional-clients.json");

    private static JsonNode realm;

    @BeforeAll
    static void read() throws IOException {
        realm = new ObjectMapper().readTree(Realm.read(FILE, FICTIONAL).json());
    }

    @Test
    void aClientIsEitherOffOrConfidentialForMachinesWithASecretFromTheEnvironment() {
        for (JsonNode client : realm.path("clients")) {
            String id = client.path("clientId").asText();
            if (id.equals("people")) {
                continue;
            }
            boolean on = client.path("enabled").asBoolean();
            assertThat(client.path("publicClient").asBoolean()).as(id).isEqualTo(!on);
            assertThat(client.path("serviceAccountsEnabled").asBoolean()).as(id).isEqualTo(on);
            if (on) {
                String variable = id.toUpperCase(Locale.ROOT).replace('-', '_') + "_SECRET";
                assertThat(client.path("secret").asText()).as(id).isEqualTo("${" + variable + "}");
            }
            for (String flow : new String[] {
                "standardFlowEnabled", "implicitFlowEnabled", "directAccessGrantsEnabled", "fullScopeAllowed"
            }) {
                assertThat(client.path(flow).asBoolean(true))
                        .as(id + " " + flow)
                        .isFalse();
            }
            assertThat(client.path("redirectUris")).as(id).isEmpty();
            assertThat(client.path("webOrigins")).as(id).isEmpty();
        }
    }

    @Test
    void peopleLogInHereOnlyOnThisMachineAndByTheCodeFlowAlone() throws IOException {
        JsonNode people = stream(realm.path("clients"))
                .filter(client -> client.path("clientId").asText().equals("people"))
                .findFirst()
                .orElseThrow();

        assertThat(people.path("standardFlowEnabled").asBoolean()).isTrue();
        assertThat(people.path("attributes").path("pkce.code.challenge.method").asText())
                .isEqualTo("S256");
        for (String flow : new String[] {
            "implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled", "fullScopeAllowed"
        }) {
            assertThat(people.path(flow).asBoolean(true)).as(flow).isFalse();
        }
        assertThat(stream(people.path("redirectUris")).map(JsonNode::asText))
                .containsExactly("http://127.0.0.1/logged-in");
        assertThat(stream(installed().path("clients"))
                        .map(client -> client.path("clientId").asText()))
                .doesNotContain("people");
    }

    private static JsonNode installed() throws IOException {
        return new ObjectMapper().readTree(Realm.read(FILE, null).json());
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    @Test
    void thereAreNoUsersButThoseOfTheClientsAndNoPasswords() throws IOException {
        for (JsonNode user : installed().path("users")) {
            assertThat(user.path("username").asText())
                    .isEqualTo("service-account-"
                            + user.path("serviceAccountClientId").asText());
            assertThat(user.has("credentials")).isFalse();
        }
    }

    @Test
    void theRealmIsCareful() {
        assertThat(realm.path("sslRequired").asText()).isEqualTo("external");
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(300);
        assertThat(realm.path("registrationAllowed").asBoolean(true)).isFalse();
        assertThat(realm.path("resetPasswordAllowed").asBoolean(true)).isFalse();
        assertThat(realm.path("eventsEnabled").asBoolean()).isTrue();
    }

    @Test
    void everyPlaceholderGetsALocalSecret() {
        assertThat(Realm.read(FILE, FICTIONAL).secrets())
                .containsEntry("COORDINATOR_23_SECRET", "coordinator-23-secret")
                .containsEntry("NOLLAN_INGEST_SECRET", "nollan-ingest-secret")
                .hasSize(11);
    }

    @Test
    void anInstallationImportsNoClientButThoseOfTheServices() {
        assertThat(Realm.read(FILE, null).secrets())
                .containsOnlyKeys("NOLLAN_INGEST_SECRET", "NOLLAN_RULES_SECRET", "NOLLAN_PUBLISH_SECRET");
    }
}
