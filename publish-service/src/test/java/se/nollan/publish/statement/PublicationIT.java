package se.nollan.publish.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static se.nollan.publish.Region.A;
import static se.nollan.publish.Region.B;
import static se.nollan.publish.Region.as;
import static se.nollan.publish.Region.draft;
import static se.nollan.publish.Region.figure;
import static se.nollan.publish.Region.sign;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import se.nollan.publish.PublishParts;
import se.nollan.publish.Region;

/** What anybody gets of a signed statement, and that it stays as it is. */
@QuarkusIntegrationTest
@QuarkusTestResource(PublishParts.class)
class PublicationIT {

    @RegisterExtension
    static final Region region = new Region();

    @Test
    @DisplayName(
            "Nobody reads signed figures with the small ones suppressed; the region sees them; a provider sees its own draft")
    void whoSeesWhat() {
        region.result(A, "2025-06-09", "phone", 1, 2, 1);
        region.result(B, "2025-06-09", "phone", 1, 40, 10);
        region.settle();
        String id = draft("2025-06", null);
        as("norrvard")
                .get("/publish/v1/statements/" + id)
                .then()
                .statusCode(200)
                .body("shownTo", equalTo("provider"))
                .body("figures.id", hasItem(B))
                .body("figures.id", not(hasItem(A)))
                .body("figures.id", not(hasItem("23")));
        as("").get("/publish/v1/statements/" + id).then().statusCode(401);
        as("kusthalsan").get("/publish/v1/statements/" + id).then().statusCode(403);
        sign(id).statusCode(200);

        as("").get("/publish/v1/statements/" + id)
                .then()
                .body("suppressBelow", equalTo(5))
                .body(figure("unit", A, "phone") + ".status", equalTo("suppressed"))
                .body(figure("unit", A, "phone") + ".counted", nullValue())
                // The sum goes with it: whoever knows the other unit, as everybody does and its provider would, would
                // have the first left.
                .body(figure("unit", B, "phone") + ".counted", equalTo(50))
                .body(figure("region", "23", "phone") + ".status", equalTo("suppressed"))
                .body("contentHash", nullValue())
                .body("hash", matchesPattern("[0-9a-f]{64}"))
                .body("results", nullValue())
                .body("signedBy", nullValue());
        as("auditor-23")
                .get("/publish/v1/statements/" + id)
                .then()
                .body(figure("unit", A, "phone") + ".counted", equalTo(3))
                .body("results", notNullValue());
    }

    @Test
    @DisplayName("What the public gets is made once, may be kept by caches, and names the version before")
    void whatThePublicGetsIsStored() throws SQLException {
        region.result(A, "2025-11-08", "phone", 1, 20, 10);
        region.settle();
        String first = draft("2025-11", null);
        sign(first).statusCode(200);
        String hash = as("").get("/publish/v1/statements/" + first)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=3600"))
                .header("Vary", containsString("Authorization"))
                .body("previousHash", nullValue())
                .extract()
                .path("hash");
        region.result(A, "2025-11-09", "phone", 1, 20, 10);
        region.settle();
        String second = draft("2025-11", "late file");
        sign(second).statusCode(200);

        as("").get("/publish/v1/statements/" + second).then().body("previousHash", equalTo(hash));
        as("auditor-23")
                .get("/publish/v1/statements/" + second)
                .then()
                .header("Cache-Control", equalTo("private, no-cache"))
                .body("previousHash", matchesPattern("[0-9a-f]{64}"))
                .body("previousHash", not(equalTo(hash)));
        as("").get("/publish/v1/statements?month=2025-11").then().body("items.find{it.version==1}.hash", equalTo(hash));
    }

    @Test
    @DisplayName("A statement that was changed where it is stored is not served, to anybody")
    void whatWasChangedIsNotServed() throws SQLException {
        region.result(A, "2025-12-08", "phone", 1, 20, 10);
        region.settle();
        String id = draft("2025-12", null);
        sign(id).statusCode(200);
        try (Connection owner = PublishParts.parts().postgres().connect("publish");
                var statement = owner.createStatement()) {
            statement.execute(
                    "update published_statement set json = replace(json, '20', '21') where id = '" + id + "'");
            statement.execute("update signed_statement set reason = 'x' where id = '" + id + "'");
        }

        for (String reader : new String[] {"", "auditor-23"}) {
            as(reader)
                    .get("/publish/v1/statements/" + id)
                    .then()
                    .statusCode(500)
                    .body("type", equalTo("urn:nollan:problem:statement-altered"));
        }
    }

    @Test
    void aStatementIsATableToo() {
        region.result(A, "2025-07-07", "phone", 1, 9, 3);
        region.settle();
        String id = draft("2025-07", null);
        sign(id).statusCode(200);

        var response = as("").accept("text/csv")
                .get("/publish/v1/statements/" + id)
                .then()
                .statusCode(200)
                .contentType(containsString("text/csv"))
                .extract();
        assertThat(response.asString())
                .startsWith("statement,month,state,level,id,name,region,")
                .contains("23-2025-07-1,2025-07,signed,unit," + A
                        + ",Ängens hälsocentral,23,232100-0214,public,phone,reported,12,9,3,12,0.7500,0,0,,\r\n")
                .contains("unit," + B + ",Åsens vårdcentral,23,556677-8899,private,phone,missing,,,,,,,,,\r\n");

        as("").accept("text/csv")
                .header("If-None-Match", response.header("ETag"))
                .get("/publish/v1/statements/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    @DisplayName("Invariant 10: PostgreSQL itself refuses the service's role to change or remove a signed statement")
    void aSignedStatementCannotBeChangedByTheService() throws SQLException {
        region.result(A, "2025-08-07", "phone", 1, 9, 3);
        region.settle();
        sign(draft("2025-08", null)).statusCode(200);

        var postgres = PublishParts.parts().postgres();
        try (Connection connection = postgres.connect("publish", postgres.app("publish"));
                var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("select count(*) from signed_statement where id = '23-2025-08-1'")) {
                rows.next();
                assertThat(rows.getInt(1)).isEqualTo(1);
            }
            for (String change : new String[] {
                "update signed_statement set reason = 'x'",
                "update published_statement set json = ''",
                "delete from published_statement",
                "delete from signed_statement",
                "truncate signed_statement",
                "drop table signed_statement"
            }) {
                assertThatThrownBy(() -> statement.executeUpdate(change))
                        .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState())
                                .isEqualTo("42501"));
            }
        }
    }
}
