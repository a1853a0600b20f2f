package se.nollan.ingest.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.ingest.Contract;
import se.nollan.ingest.IngestParts;
import se.nollan.ingest.South;
import se.nollan.local.parts.Message;

/** The register over HTTP, and what is sent of it. */
@QuarkusIntegrationTest
@QuarkusTestResource(IngestParts.class)
class RegisterIT {

    private static int importVersion(String document) {
        return South.put(document).then().statusCode(200).extract().path("version");
    }

    private static List<Message> sentOf(int version) {
        return registersSent()
                .filter(it -> it.text().startsWith("{\"version\":" + version + ","))
                .toList();
    }

    private static Stream<Message> registersSent() {
        return IngestParts.parts().kafka().read("register").stream()
                .filter(it -> it.key().equals("register"));
    }

    private static String renamed(String name) {
        return South.REGISTER.replace("Ekens hälsocentral", name);
    }

    @Test
    void anImportGetsAVersionAndIsSentByTheContract() {
        int version = importVersion(renamed("Sänd"));
        await().atMost(Duration.ofSeconds(20)).until(() -> !sentOf(version).isEmpty());
        Contract contract = new Contract("register");
        assertThat(sentOf(version)).hasSize(1).allSatisfy(message -> {
            contract.keptBy(message);
            assertThat(message.text()).contains("Sänd", "\"keys\":[\"Q1\",\"Q2\"]");
        });
    }

    @Test
    void theSameAgainKeepsItsVersionAndIsNotSentAgain() {
        int version = importVersion(renamed("En gång"));
        South.put(renamed("En gång").replace("\n", " "))
                .then()
                .statusCode(200)
                .body("version", equalTo(version))
                .body("changed", equalTo(false));
        int next = importVersion(renamed("Nästa"));
        assertThat(next).isEqualTo(version + 1);
        await().atMost(Duration.ofSeconds(20)).until(() -> !sentOf(next).isEmpty());
        assertThat(sentOf(version)).hasSize(1);
    }

    @Test
    void aDocumentWithFaultsChangesNothingAndTellsAllOfThem() {
        int version = importVersion(renamed("Står kvar"));
        South.put(South.REGISTER.replace("\"main\"", "\"huvud\"").replace("\"rehab\"", "\"gym\""))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:nollan:problem:register-refused"))
                .body("findings.path", hasItem("lines[0].kind"))
                .body("findings", hasSize(3))
                .body("findings.severity", everyItem(equalTo("error")))
                .body("findingsTotal", equalTo(3));
        South.as("coordinator-24").get("/ingest/v1/register").then().body("version", equalTo(version));
    }

    @Test
    void theFindingsAreBoundedAndTheRestIsCounted() {
        String lines = "{\"colour\": 1},".repeat(2_000) + "{}";
        South.put("{\"providers\": [], \"units\": [], \"lines\": [" + lines + "]}")
                .then()
                .statusCode(422)
                .body("findings", hasSize(500))
                .body("findingsTotal", greaterThan(2_000));
    }

    @Test
    void whatIsNotARegisterIsAnsweredInPlainWords() {
        for (String body : List.of("", "{", "[]", "{\"units\": [], \"units\": []}", "id,name\n1,2")) {
            South.put(body).then().statusCode(400).contentType("application/problem+json");
        }
        South.as("coordinator-24")
                .contentType("text/csv")
                .body("id,name")
                .put("/ingest/v1/register")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        South.put("{\"x\": \"" + "x".repeat(8 * 1024 * 1024) + "\"}")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("detail", containsString("8388608"));
    }

    @Test
    @DisplayName("What is read can be sent as it is, by the tag that it has")
    void whatIsReadCanBeSent() {
        importVersion(renamed("Läst"));
        var read = South.as("coordinator-24").get("/ingest/v1/register");

        South.putOver(read.header("ETag"), read.asString())
                .then()
                .statusCode(200)
                .header("ETag", equalTo(read.header("ETag")))
                .body("changed", equalTo(false));
        South.as("coordinator-24")
                .header("If-None-Match", read.header("ETag"))
                .get("/ingest/v1/register")
                .then()
                .statusCode(304);
    }

    @Test
    @DisplayName("Of two coordinators who read the same, the second is told, and overwrites nothing")
    void nobodyOverwritesAnother() {
        importVersion(renamed("Utgång"));
        String tag = South.as("coordinator-24").get("/ingest/v1/register").header("ETag");

        South.putOver(tag, renamed("Den första")).then().statusCode(200);
        South.putOver(tag, renamed("Den andra"))
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:nollan:problem:register-has-changed"));
        South.putOver(null, renamed("Den tredje")).then().statusCode(428).body("detail", containsString("If-Match"));
        South.as("coordinator-24").get("/ingest/v1/register").then().body("units.name", hasItem("Den första"));
    }

    @Test
    @DisplayName("A dry run tells what would change, and changes nothing")
    void aDryRunTells() {
        int version = importVersion(renamed("Torr"));

        South.as("coordinator-24")
                .contentType("application/json")
                .body(renamed("Våt").replace("chat-eken", "chat-tall"))
                .put("/ingest/v1/register?validate=true")
                .then()
                .statusCode(200)
                .body("changes.units.changed", contains(South.UNIT))
                .body("changes.lines.added", contains("chat-tall"))
                .body("changes.lines.removed", contains("chat-eken"))
                .body("dropsManyUnits", equalTo(false));
        South.as("coordinator-24").get("/ingest/v1/register").then().body("version", equalTo(version));
        South.as("coordinator-24")
                .contentType("application/json")
                .body(South.REGISTER)
                .put("/ingest/v1/register?validate=perhaps")
                .then()
                .statusCode(400);
    }

    @Test
    @DisplayName("Half a file, by which more than a tenth of the units would go, is refused unless it is meant")
    void manyUnitsDoNotGoUnnoticed() {
        importVersion(South.REGISTER);
        String fewer = South.REGISTER
                .replaceAll("(?s)\\{\"id\": \"SE2321000222-E000000000002\".*?\\},\\s*", "")
                .replaceAll("\\{\"id\": \"\\+46980319202\"[^}]*\\},\\s*", "");
        String tag = South.as("coordinator-24").get("/ingest/v1/register").header("ETag");

        South.as("coordinator-24")
                .header("If-Match", tag)
                .contentType("application/json")
                .body(fewer)
                .put("/ingest/v1/register")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:nollan:problem:fewer-units"))
                .body("detail", containsString("1 of 3 units"));
        South.putOver(tag, fewer).then().statusCode(200);
        importVersion(South.REGISTER);
    }

    @Test
    void eachSeesItsPartAndOlderVersionsStay() {
        int version = importVersion(renamed("Före"));
        importVersion(renamed("Efter"));
        South.as("auditor-24")
                .queryParam("version", version)
                .get("/ingest/v1/register")
                .then()
                .statusCode(200)
                .body("version", equalTo(version))
                .body("units.region", everyItem(equalTo("24")))
                .body("units.name", hasItem("Före"));
        South.as("coordinator-24").get("/ingest/v1/register").then().body("units.name", hasItem("Efter"));
        South.as("coordinator-24")
                .queryParam("version", 1_000_000)
                .get("/ingest/v1/register")
                .then()
                .statusCode(404);
        South.as("coordinator-23")
                .get("/ingest/v1/register")
                .then()
                .statusCode(200)
                .body("units.findAll { it.region == '24' }", hasSize(0));
    }

    @Test
    void aProviderSeesItsOwnUnitsAndLinesOnceItMayActForThem() {
        importVersion(South.REGISTER);
        South.putAccess(South.PRIVATE, "{\"clients\": [], \"groups\": [\"kusthalsan\"]}")
                .then()
                .statusCode(200);
        South.as("kusthalsan")
                .get("/ingest/v1/register")
                .then()
                .statusCode(200)
                .body("units.id", hasItem("SE2321000222-E000000000003"))
                .body("units.findAll { it.provider == '232100-0222' }", hasSize(0))
                .body("lines.findAll { it.unit.startsWith('SE2321000222') }.id", contains("+46980319203"));
        South.putAccess(South.PRIVATE, "{\"clients\": [], \"groups\": []}")
                .then()
                .statusCode(200);
        South.as("kusthalsan")
                .get("/ingest/v1/register")
                .then()
                .body("units.findAll { it.region == '24' }", hasSize(0));
    }

    @Test
    void importsAtTheSameTimeGetOneVersionEach() {
        List<CompletableFuture<Integer>> imports = IntStream.range(0, 4)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> South.putOver("*", renamed("Samtidigt " + i)).<Integer>path("version")))
                .toList();
        List<Integer> versions =
                imports.stream().map(CompletableFuture::join).sorted().toList();
        int first = versions.get(0);
        assertThat(versions).containsExactly(first, first + 1, first + 2, first + 3);
        await().atMost(Duration.ofSeconds(20)).until(() -> !sentOf(first + 3).isEmpty());
        List<String> inOrder = registersSent()
                .map(it -> it.text().substring(0, it.text().indexOf(',')))
                .toList();
        assertThat(inOrder)
                .containsSubsequence(
                        versions.stream().map(it -> "{\"version\":" + it).toList());
    }

    @Test
    void theVersionsAreListedNewestFirstInPages() {
        int version = importVersion(renamed("Näst sist"));
        importVersion(renamed("Sist"));
        South.as("auditor-24")
                .queryParam("limit", 1)
                .queryParam("page", 2)
                .get("/ingest/v1/register/versions")
                .then()
                .statusCode(200)
                .body("items.version", contains(version))
                .body("items.importedBy", contains("coordinator-24"))
                .body("page", equalTo(2))
                .body("limit", equalTo(1))
                .body("total", greaterThan(1));
        South.as("auditor-24")
                .queryParam("limit", 1001)
                .get("/ingest/v1/register/versions")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }
}
