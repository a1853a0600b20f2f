package se.nollan.publish.statement;

import org.jspecify.annotations.Nullable;
import se.nollan.base.http.Problems;

/** Reads what a request says of statements; what cannot be read is answered with a problem that says what to send. */
final class StatementParameters {

    private StatementParameters() {}

    static StatementId id(String id) {
        return StatementId.parse(id)
                .orElseThrow(() -> Problems.notFound(
                        "There is no such statement. An id is region, month and version, for example 23-2026-10-1."));
    }

    static void checkReason(@Nullable String reason) {
        if (reason != null) {
            PublicText.fault(reason).ifPresent(fault -> {
                throw Problems.badRequest("reason-not-publishable", "reason: " + fault);
            });
        }
    }

    static void checkState(@Nullable String state) {
        if (state != null && !state.equals("draft") && !state.equals("signed")) {
            throw Problems.badRequest("state", "state is draft or signed.");
        }
    }
}
