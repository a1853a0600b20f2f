package se.nollan.publish.month;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import se.nollan.publish.submissions.OutstandingSlice;

/**
 * What is sent but not evaluated, as JSON.
 *
 * @param total how many slices
 * @param slices the first of them
 */
@RegisterForReflection
public record OutstandingBody(int total, List<OutstandingSlice> slices) {

    /** Enough to see what it is about; a nation's month could have a hundred thousand. */
    public static final int MOST = 200;

    public static OutstandingBody of(List<OutstandingSlice> slices) {
        return new OutstandingBody(slices.size(), slices.stream().limit(MOST).toList());
    }
}
