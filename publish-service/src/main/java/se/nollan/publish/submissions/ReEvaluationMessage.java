package se.nollan.publish.submissions;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Objects;

/** The message that says what rules-service evaluates again; what an earlier revision said does not hold any more. */
@RegisterForReflection(targets = {ReEvaluationMessage.class, ReEvaluation.class})
record ReEvaluationMessage(long revision, long registerVersion, List<ReEvaluation> atWork) {

    ReEvaluationMessage {
        atWork = List.copyOf(Objects.requireNonNull(atWork, "atWork is missing"));
    }
}
