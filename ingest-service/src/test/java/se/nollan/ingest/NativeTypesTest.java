package se.nollan.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.checks.NativeTypes;

class NativeTypesTest {

    /** Had where JSON is written, and not written themselves. */
    private static final String[] NOT_WRITTEN = {
        "se.nollan.ingest.deadletter.DeadLetter",
        "se.nollan.ingest.deadletter.DeadLetter$Again",
        "se.nollan.ingest.deadletter.DeadLetter$Position",
        "se.nollan.ingest.deadletter.DeadLetterRepository$Kept",
        "se.nollan.ingest.register.RegisterFinding",
        "se.nollan.ingest.register.RegisterVersion$Part",
        "se.nollan.ingest.submission.ProgressConsumer$Read",
        "se.nollan.ingest.submission.Submission",
        "se.nollan.ingest.submission.SubmissionState"
    };

    @Test
    @DisplayName("What is read or written as JSON is registered for the native binary")
    void whatIsReadOrWrittenIsRegistered() {
        assertThat(NativeTypes.unregistered("se.nollan.ingest", NOT_WRITTEN)).isEmpty();
    }
}
