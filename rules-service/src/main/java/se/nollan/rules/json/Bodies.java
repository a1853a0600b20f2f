package se.nollan.rules.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.util.List;
import se.nollan.base.http.Problems;

/** Reads what is sent in as JSON; a problem (400) that says where it is wrong, and quotes nothing of it. */
@RegisterForReflection(targets = {Fault.class})
public final class Bodies {

    private static final int MOST_FAULTS = 100;

    private Bodies() {}

    public static JsonNode parse(byte[] body) {
        try {
            return StrictJson.parse(body);
        } catch (IOException unreadable) {
            throw Problems.badRequest(
                    "not-json", "The body is not JSON in UTF-8, or names a field twice. Check it with a JSON tool.");
        }
    }

    /** What is wrong, by where it is. */
    public static HttpProblem refused(String name, String title, String detail, List<Fault> faults) {
        return Problems.problem(400, name, title, detail)
                .with("faults", faults.subList(0, Math.min(faults.size(), MOST_FAULTS)))
                .with("faultsTotal", faults.size())
                .build();
    }
}
