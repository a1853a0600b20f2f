package se.nollan.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static se.nollan.publish.Region.A;
import static se.nollan.publish.Region.B;
import static se.nollan.publish.Region.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is away, and what is killed. */
@QuarkusIntegrationTest
@QuarkusTestResource(PublishParts.class)
class FaultIT {

    @RegisterExtension
    static final Region region = new Region();

    @Test
    @DisplayName("Killed while signing: nothing or all of it is signed, and signing again works")
    void killedWhileSigning() throws SQLException {
        region.result(A, "2022-01-10", "phone", 1, 9, 3);
        region.settle();
        String id = Region.draft("2022-01", null);

        try (Connection lock = PublishParts.parts().postgres().connect("publish")) {
            try (Replica replica = new Replica()) {
                // The new replica takes some partitions over; signing waits until nothing is under way.
                region.settle();
                lock.setAutoCommit(false);
                lock.createStatement().execute("lock table signed_statement in share row exclusive mode");
                var answer = replica.sign(id);
                await().atMost(Duration.ofSeconds(30)).until(FaultIT::somebodyWaitsToInsert);
                replica.kill();
                // The client hears of the end of the connection a moment after the process is gone.
                await("no answer").atMost(Duration.ofSeconds(10)).until(answer::isCompletedExceptionally);
            }
            lock.rollback();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> !somebodyWaitsToInsert());
        assertThat(count("signed_statement where id = '" + id + "'")).isZero();
        assertThat(count("draft where id = '" + id + "'")).isEqualTo(1);

        // What the killed replica had of the topics is taken over first.
        region.settle();
        as("coordinator-23")
                .put("/publish/v1/statements/" + id + "/signature")
                .then()
                .statusCode(200)
                .body("state", equalTo("signed"));
        assertThat(count("signed_statement where id = '" + id + "'")).isEqualTo(1);
        assertThat(count("draft where id = '" + id + "'")).isZero();
    }

    @Test
    @DisplayName("A database that is away is 503 with Retry-After; what is sent meanwhile is taken in afterwards")
    void aDatabaseThatIsAway() {
        var postgres = PublishParts.parts().postgres();
        String coordinator = PublishParts.parts().keycloak().token("coordinator-23");
        postgres.stop();
        try {
            region.result(B, "2022-02-10", "phone", 1, 7, 0);
            for (String path : new String[] {
                "/publish/v1/statements", "/publish/v1/statements/23-2022-02-1", "/publish/v1/months/2022-02?region=23"
            }) {
                as("").auth()
                        .oauth2(coordinator)
                        .get(path)
                        .then()
                        .statusCode(503)
                        .contentType("application/problem+json")
                        .header("Retry-After", notNullValue())
                        .body(
                                "detail",
                                equalTo("The database does not answer. Nothing was changed; try again in a while."));
            }
            as("").auth()
                    .oauth2(coordinator)
                    .contentType("application/json")
                    .body(Map.of("region", "23", "month", "2022-02"))
                    .post("/publish/v1/statements")
                    .then()
                    .statusCode(503);
        } finally {
            postgres.start();
        }
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(() -> as("coordinator-23")
                .get("/publish/v1/months/2022-02?region=23")
                .then()
                .statusCode(200)
                .body("figures.find{it.level=='unit' && it.id=='" + B + "' && it.channel=='phone'}.hits", equalTo(7)));
    }

    @Test
    @DisplayName("A broker that is away: what stands is read, but nothing is signed that may lack a result")
    void aBrokerThatIsAway() {
        region.result(A, "2022-03-10", "phone", 1, 9, 3);
        region.settle();
        String id = Region.draft("2022-03", null);
        var kafka = PublishParts.parts().kafka();
        kafka.stop();
        try {
            as("").get("/publish/v1/statements").then().statusCode(200);
            as("coordinator-23").get("/publish/v1/statements/" + id).then().statusCode(200);
            as("coordinator-23")
                    .put("/publish/v1/statements/" + id + "/signature")
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue());
        } finally {
            kafka.start();
        }
        region.settle();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> as("coordinator-23")
                .put("/publish/v1/statements/" + id + "/signature")
                .then()
                .statusCode(200));
    }

    private static boolean somebodyWaitsToInsert() throws SQLException {
        return count("pg_stat_activity where wait_event_type = 'Lock' and query ilike 'insert into signed_statement%'")
                > 0;
    }

    private static long count(String from) throws SQLException {
        try (Connection connection = PublishParts.parts().postgres().connect("publish");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
