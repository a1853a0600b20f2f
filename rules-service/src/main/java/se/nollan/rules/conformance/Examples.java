package se.nollan.rules.conformance;

/** Examples of the API's description. The number is from a range set aside for fiction. */
final class Examples {

    static final String QUESTION = """
            {
              "register": {
                "providers": [{ "id": "232100-0214", "name": "Region Exempel", "form": "public" }],
                "units": [{ "id": "SE2321000214-E000000000001", "name": "Björkens hälsocentral", "region": "23",
                            "provider": "232100-0214", "type": "vardcentral" }],
                "lines": [{ "id": "Q1", "unit": "SE2321000214-E000000000001", "kind": "main", "automatic": true }]
              },
              "contacts": [
                { "id": "a", "line": "Q1", "channel": "phone", "kind": "callback", "contact": "+46701740605",
                  "createdAt": "2026-10-05T09:00:00", "answeredAt": "2026-10-05T14:00:00" }
              ],
              "ruleSet": { "edition": "2.0", "requiredAttempts": 2 }
            }
            """;

    static final String ANSWERS = """
            {
              "system": "Example Telephony 7.1",
              "answers": {
                "phone-callback-same-day": { "dispositions": { "a": "HIT" } },
                "phone-two-days": { "tallies": [
                  { "unit": "SE2321000214-E000000000001", "date": "2026-10-05", "channel": "phone", "hits": 0, "counted": 1 },
                  { "unit": "SE2321000214-E000000000001", "date": "2026-10-06", "channel": "phone", "hits": 1, "counted": 1 }
                ] }
              }
            }
            """;

    private Examples() {}
}
