package se.nollan.ingest.register;

/** Examples for the description of the API. */
final class RegisterExamples {

    private static final String CONTENT = """
            "providers": [{"id": "556677-8899", "name": "Vårdbolaget AB", "form": "private", "contract": {"from": "2024-01-01"}}],
            "units": [{"id": "SE2321000214-E000000000003", "name": "Strandens vårdcentral", "region": "23",
              "provider": "556677-8899", "type": "vardcentral"}],
            "lines": [{"id": "+46980319200", "unit": "SE2321000214-E000000000003", "kind": "main", "automatic": true,
              "system": "teleq", "keys": ["Q21"], "from": "2024-01-01"}]}
            """;

    private static final String STAMP = """
            "version": 3, "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
            "importedAt": "2026-10-01T05:00:00Z",
            """;

    static final String DOCUMENT = "{" + CONTENT;

    static final String VERSION = "{" + STAMP + CONTENT;

    static final String IMPORTED = "{" + STAMP + "\"changed\": true, \"warnings\": []}";

    static final String VERSIONS = "{\"items\": [{" + STAMP
            + "\"importedBy\": \"coordinator-23\"}], \"page\": 1, \"limit\": 100, \"total\": 1}";

    static final String REFUSED = """
            {"type": "urn:nollan:problem:register-refused", "status": 422, "title": "The register was not taken in",
            "detail": "Nothing was changed. Correct what the findings of severity error say and send it again.",
            "instance": "/ingest/v1/register", "findingsTotal": 1, "findings": [{"path": "lines[0].unit",
            "code": "unknown-unit", "severity": "error",
            "message": "No such unit in the document. Add it to units, or correct the HSA-id."}]}
            """;

    static final String PART = """
            {"reason": "The line moves to the new unit on 1 December",
             "entries": [
               {"unit": "SE2321000214-E000000000001", "kind": "main", "automatic": true, "to": "2026-11-30"},
               {"unit": "SE2321000214-E000000000002", "kind": "main", "automatic": true, "from": "2026-12-01"}]}
            """;

    private RegisterExamples() {}
}
