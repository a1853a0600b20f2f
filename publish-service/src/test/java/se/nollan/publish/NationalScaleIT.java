package se.nollan.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static se.nollan.publish.Region.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** As many units as the nation has, each day of a month, phone and chat: 74 400 results in one statement. */
@QuarkusIntegrationTest
@QuarkusTestResource(PublishParts.class)
class NationalScaleIT {

    @RegisterExtension
    static final Region region = new Region();

    private static final List<String> UNITS =
            IntStream.range(0, 1200).mapToObj("SE2321000222-N%04d"::formatted).toList();

    @Test
    @DisplayName(
            "1 200 units × 31 days × 2 channels are drafted, signed and read with the heap of a pod; what it takes is told, not judged")
    void aMonthOfTheNation() throws SQLException {
        region.registerWith(2, UNITS);
        region.settle();
        insertResults();
        await().until(() ->
                as("coordinator-24").get("/publish/v1/months/2000-01?region=24").statusCode() == 200);

        // 60 of a hundred of the pod's 768 MB, as the image says.
        try (Replica replica = new Replica("460m")) {
            draftSignAndRead(replica.port());
        }
    }

    private static void draftSignAndRead(int port) {
        Response draft = timed("draft", () -> as("coordinator-24")
                .port(port)
                .contentType("application/json")
                .body(Map.of("region", "24", "month", "2021-10"))
                .post("/publish/v1/statements"));
        assertThat(draft.statusCode()).isEqualTo(201);
        String id = draft.path("id");
        assertThat(draft.<Integer>path("figures.find{it.level=='region' && it.channel=='total'}.counted"))
                .isEqualTo(1200 * 31 * 2 * 3);

        assertThat(timed("sign", () -> as("coordinator-24")
                                .port(port)
                                .put("/publish/v1/statements/" + id + "/signature"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(timed("read by the public", () -> as("").port(port).get("/publish/v1/statements/" + id))
                        .statusCode())
                .isEqualTo(200);
    }

    private static Response timed(String what, Supplier<Response> request) {
        long begun = System.nanoTime();
        Response response = request.get();
        Duration taken = Duration.ofNanos(System.nanoTime() - begun);
        System.out.printf("National scale, %s: %d ms%n", what, taken.toMillis());
        return response;
    }

    private static void insertResults() throws SQLException {
        try (Connection connection = PublishParts.parts().postgres().connect("publish");
                var statement = connection.createStatement()) {
            statement.execute("insert into rule_set values ('scale', '{\"edition\":\"2.0\",\"calendar\":\"se-1\"}')");
            statement.execute("""
                    insert into result (unit, day, channel, revision, contacts_in, hits, misses, excluded, merged, by_rule,
                        effects, rule_set, register_version, evaluated_at)
                    select 'SE2321000222-N' || to_char(u, 'FM0000'), date '2021-10-01' + d, c, 1, 5, 2, 1, 1, 1,
                        '{"hit":{"P-C2":2},"miss":{"P-U3":1},"excluded":{"P-X9":1},"merged":{"P-U1":1}}',
                        '[{"interpretation":"I-1","reading":"COUNT_EACH","hits":1,"counted":1},{"interpretation":"I-9","reading":"AFTER_CONTACT","hits":0,"counted":1}]',
                        'scale', 2, now()
                    from generate_series(0, 1199) u, generate_series(0, 30) d, unnest(array['phone', 'chat']) c
                    """);
        }
    }
}
