package se.nollan.ingest.submission;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a submission stands. */
public enum SubmissionState {
    /** Its body is being read, or what was read is being put in place. */
    RECEIVED,
    /** Nothing of it was taken; the report says why. */
    REJECTED,
    /** In place; its figures are on their way. */
    ACCEPTED,
    /** Every slice that it stands for is in the figures. */
    EVALUATED,
    /** Every slice that it said has been said anew. */
    SUPERSEDED,
    /** Its sender took it back. */
    WITHDRAWN,
    /** The service stopped in the middle of it; nothing of it was taken. Send it again. */
    FAILED;

    /** The word in messages, answers and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable SubmissionState of(String word) {
        return Arrays.stream(values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElse(null);
    }
}
