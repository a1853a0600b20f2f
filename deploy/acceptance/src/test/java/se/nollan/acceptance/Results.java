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

/** Every result of a month with all its counts, without what differs from one run to the next. */
final class Results {
    private static final List<String> OF_THE_RUN =
            List.of("revision", "hash", "evaluatedAt", "slices", "registerVersion");

    private Results() {}

    static List<String> of(Stack stack, YearMonth month) {
        Api coordinator = stack.api(Service.RULES, "coordinator-23");
        List<String> results = new ArrayList<>();
        for (int page = 1; ; page++) {
            JsonNode answer = coordinator.get("/rules/v1/results?region=%s&from=%s&to=%s&limit=1000&page=%d"
                    .formatted(MonthRun.REGION, month.atDay(1), month.atEndOfMonth(), page));
            answer.path("items")
                    .forEach(item ->
                            results.add(((ObjectNode) item).without(OF_THE_RUN).toString()));
            if (results.size() >= answer.path("total").asLong()) {
                return results.stream().sorted().toList();
            }
        }
    }
}
