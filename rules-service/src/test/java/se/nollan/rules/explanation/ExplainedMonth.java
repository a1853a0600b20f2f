package se.nollan.rules.explanation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static se.nollan.rules.Ingest.caller;
import static se.nollan.rules.Ingest.contact;
import static se.nollan.rules.Ingest.unit;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import se.nollan.rules.Broker;
import se.nollan.rules.Ingest;
import se.nollan.rules.Registers;
import se.nollan.rules.RulesParts;

/** A month of a unit with a branch, a chat handed over to it and one from it, and a neighbour. */
public final class ExplainedMonth {

    public static final String CENTRE = unit(601);
    public static final String BRANCH = unit(602);
    public static final String NEIGHBOUR = unit(603);
    public static final String MONDAY = "2026-10-05";
    public static final String TUESDAY = "2026-10-06";
    public static final String SUNDAY = "2026-10-11";

    private static Broker broker;
    private static long version = -1;

    private ExplainedMonth() {}

    /** Sends it unless it is there, and waits until it is evaluated: another suite may have replaced the register in between. */
    public static void send() {
        if (version == Registers.version()) {
            return;
        }
        broker = new Broker(RulesParts.parts().kafka().bootstrap());
        broker.send(
                "register",
                "register",
                "register",
                Registers.next()
                        .provider("p")
                        .unit(CENTRE, "23", "p", "vardcentral", null)
                        .unit(BRANCH, "23", "p", "vardcentral", CENTRE)
                        .unit(NEIGHBOUR, "23", "p", "vardcentral", null)
                        .line("centre", CENTRE, "main", true)
                        .line("branch", BRANCH, "main", true)
                        .line("centre-chat", CENTRE, "chat", false)
                        .line("neighbour-chat", NEIGHBOUR, "chat", false)
                        .json());
        send(
                "centre",
                MONDAY,
                hit("a", 1),
                contact("b", "phone", "full", MONDAY + "T06:50:00Z", "contact", caller(1)),
                contact("c", "phone", "full", MONDAY + "T06:50:00Z", "contact", caller(2)),
                contact("d", "phone", "closed", MONDAY + "T10:00:00Z"),
                contact("e", "phone", "callback", MONDAY + "T06:30:00Z", "origin", "staff"));
        send("branch", MONDAY, contact("h", "phone", "closed", MONDAY + "T10:00:00Z", "contact", caller(1)));
        send("centre", TUESDAY, contact("f", "phone", "callback", TUESDAY + "T07:00:00Z", "contact", caller(3)));
        send("centre", SUNDAY, contact("g", "phone", "full", SUNDAY + "T07:00:00Z", "contact", caller(3)));
        send(
                "centre-chat",
                MONDAY,
                contact(
                        "from-neighbour",
                        "chat",
                        "queue",
                        MONDAY + "T07:00:00Z",
                        "contact",
                        caller(4),
                        "answeredAt",
                        MONDAY + "T08:00:00Z",
                        "firstLine",
                        "neighbour-chat"));
        send(
                "neighbour-chat",
                MONDAY,
                contact(
                        "to-neighbour",
                        "chat",
                        "queue",
                        MONDAY + "T07:00:00Z",
                        "contact",
                        caller(5),
                        "firstLine",
                        "centre-chat"));
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> ask(
                        "auditor-23", CENTRE + "/months/2026-10")
                .body("pending", equalTo(0))
                .body("days.results.flatten()", hasSize(4))
                .body("days.results.flatten().saysTheSame", everyItem(equalTo(true))));
        broker.close();
        version = Registers.version();
    }

    private static Map<String, Object> hit(String id, int caller) {
        return contact(
                id,
                "phone",
                "callback",
                MONDAY + "T07:00:00Z",
                "contact",
                caller(caller),
                "answeredAt",
                MONDAY + "T08:00:00Z");
    }

    @SafeVarargs
    private static void send(String line, String day, Map<String, Object>... contacts) {
        List<String> units =
                line.endsWith("chat") ? List.of(CENTRE, NEIGHBOUR) : List.of(line.equals("branch") ? BRANCH : CENTRE);
        broker.send(
                "contacts",
                CENTRE,
                "contacts",
                Ingest.contacts(
                        Registers.version(), CENTRE, new Ingest.Slice("p", line, day, 1, units, List.of(contacts))));
    }

    public static ValidatableResponse ask(String who, String path) {
        return given().auth()
                .oauth2(RulesParts.parts().keycloak().token(who))
                .get("/rules/v1/units/" + path)
                .then();
    }

    public static ValidatableResponse put(String who, String path, String body) {
        return given().auth()
                .oauth2(RulesParts.parts().keycloak().token(who))
                .contentType("application/json")
                .body(body)
                .put("/rules/v1/" + path)
                .then();
    }

    public static ValidatableResponse post(String who, String path, String body) {
        return given().auth()
                .oauth2(RulesParts.parts().keycloak().token(who))
                .contentType("application/json")
                .body(body)
                .post("/rules/v1/" + path)
                .then();
    }
}
