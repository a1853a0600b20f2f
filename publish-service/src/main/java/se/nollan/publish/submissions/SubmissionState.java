package se.nollan.publish.submissions;

import java.util.Locale;

/** Where a submission stands at ingest-service. */
public enum SubmissionState {
    RECEIVED,
    REJECTED,
    ACCEPTED,
    EVALUATED,
    SUPERSEDED,
    WITHDRAWN,
    FAILED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such state */
    public static SubmissionState of(String word) {
        for (SubmissionState state : values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        throw new IllegalArgumentException("unknown state");
    }
}
