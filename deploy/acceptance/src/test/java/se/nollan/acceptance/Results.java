package se.nollan.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import se.nollan.local.stack.Api;
import se.nollan.local.stack.MonthRun;
import se.nollan.local.stack.Service;
import se.nollan.local.stack.Stack;

/** Every result of a month that has contacts, with all its counts, without what differs from one run to the next. */
final class Results {
    private static final List<String> OF_THE_RUN =
            List.of("revision", "hash", "evaluatedAt", "slices", "registerVersion");

    private Results() {}

    static List<String> of(Stack stack, YearMonth month) {
        Api coordinator = stack.api(Service.RULES, "coordinator-23");
        List<String> results = new ArrayList<>();
        long seen = 0;
        for (int page = 1; ; page++) {
            JsonNode answer = coordinator.get("/rules/v1/results?region=%s&from=%s&to=%s&limit=1000&page=%d"
                    .formatted(MonthRun.REGION, month.atDay(1), month.atEndOfMonth(), page));
            for (JsonNode item : answer.path("items")) {
                seen++;
                // What once had contacts stays as a zero, which a run that never had them does not know of.
                if (item.path("contactsIn").asLong() > 0) {
                    results.add(((ObjectNode) item).without(OF_THE_RUN).toString());
                }
            }
            if (seen >= answer.path("total").asLong()) {
                return results.stream().sorted().toList();
            }
        }
    }
}
