package se.nollan.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.nollan.rules.Ingest.contact;
import static se.nollan.rules.Ingest.unit;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusIntegrationTest
@QuarkusTestResource(RulesParts.class)
class PathIT {

    private static Broker broker;

    @BeforeAll
    static void connect() {
        broker = new Broker(RulesParts.parts().kafka().bootstrap());
    }

    @AfterAll
    static void disconnect() {
        broker.close();
    }

    @Test
    void contactsInBecomeAResultOut() {
        broker.send(
                "register",
                "register",
                "register",
                new Ingest.Register(1)
                        .provider("p")
                        .unit(unit(1), "23", "p", "vardcentral", null)
                        .line("line-1", unit(1), "main", true)
                        .json());
        broker.send(
                "contacts",
                unit(1),
                "contacts",
                Ingest.contacts(
                        1,
                        unit(1),
                        Ingest.Slice.of(
                                "p",
                                "line-1",
                                "2026-10-05",
                                1,
                                unit(1),
                                contact(
                                        "a",
                                        "phone",
                                        "callback",
                                        "2026-10-05T07:00:00Z",
                                        "contact",
                                        Ingest.caller(1),
                                        "answeredAt",
                                        "2026-10-05T08:00:00Z"),
                                contact("b", "phone", "full", "2026-10-05T06:50:00Z", "contact", Ingest.caller(1)))));

        await().atMost(Duration.ofSeconds(30)).until(() -> broker.evaluated("line-1", "2026-10-05") == 1);
        JsonNode result = broker.results().get(unit(1) + "/2026-10-05/phone");
        assertThat(result.get("hits").asLong()).isEqualTo(1);
        assertThat(result.get("merged").asLong()).isEqualTo(1);
    }
}
