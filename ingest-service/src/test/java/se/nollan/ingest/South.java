package se.nollan.ingest;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A made-up region, county code 24, for the tests of register and access; those of submissions have region 23. */
public final class South {

    public static final String PUBLIC = "232100-0222";
    public static final String PRIVATE = "556600-2211";
    public static final String UNIT = "SE2321000222-E000000000001";

    public static final String REGISTER = """
            {"providers": [
              {"id": "232100-0222", "name": "Region Syd", "form": "public"},
              {"id": "556600-2211", "name": "Sydvård AB", "form": "private", "contract": {"from": "2024-01-01"}}],
             "units": [
              {"id": "SE2321000222-E000000000001", "name": "Ekens hälsocentral", "region": "24", "provider": "232100-0222",
               "type": "vardcentral", "aliases": ["EK"], "target": 60},
              {"id": "SE2321000222-E000000000002", "name": "Ekens filial", "region": "24", "provider": "232100-0222",
               "type": "vardcentral", "parent": "SE2321000222-E000000000001"},
              {"id": "SE2321000222-E000000000003", "name": "Sydvårdens vårdcentral", "region": "24",
               "provider": "556600-2211", "type": "vardcentral", "from": "2024-01-01"}],
             "lines": [
              {"id": "+46980319200", "unit": "SE2321000222-E000000000001", "kind": "main", "automatic": true},
              {"id": "+46980319201", "unit": "SE2321000222-E000000000001", "kind": "direct", "underMain": true,
               "automatic": true, "system": "syd-teleq", "keys": ["Q1", "Q2"], "from": "2025-01-01", "to": "2027-12-31"},
              {"id": "chat-eken", "unit": "SE2321000222-E000000000001", "kind": "chat"},
              {"id": "+46980319202", "unit": "SE2321000222-E000000000002", "kind": "main", "automatic": true},
              {"id": "+46980319203", "unit": "SE2321000222-E000000000003", "kind": "main"}]}
            """;

    private South() {}

    public static RequestSpecification as(String client) {
        return given().auth().oauth2(IngestParts.parts().keycloak().token(client));
    }

    public static Response put(String register) {
        return putOver(etag("/ingest/v1/register"), register);
    }

    /** @param etag of what it takes the place of; null: not said */
    public static Response putOver(String etag, String register) {
        var request = as("coordinator-24").contentType("application/json").body(register);
        return (etag == null ? request : request.header("If-Match", etag))
                .put("/ingest/v1/register?accept=fewer-units");
    }

    private static String etag(String path) {
        var standing = as("coordinator-24").get(path);
        return standing.statusCode() == 200 ? standing.header("ETag") : null;
    }

    public static Response putAccess(String provider, String entry) {
        var path = "/ingest/v1/providers/" + provider + "/access";
        var etag = etag(path);
        var request = as("coordinator-24").contentType("application/json").body(entry);
        return (etag == null ? request : request.header("If-Match", etag)).put(path);
    }
}
