package se.nollan.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.checks.NativeTypes;

class NativeTypesTest {

    /** Had where JSON is written, and not written themselves. */
    private static final String[] NOT_WRITTEN = {
        "se.nollan.publish.figure.ReaderView",
        "se.nollan.publish.statement.AuditStamp",
        "se.nollan.publish.statement.Chain",
        "se.nollan.publish.statement.Refusal$Kind",
        "se.nollan.publish.statement.Statement",
        "se.nollan.publish.statement.StatementId"
    };

    @Test
    @DisplayName("What is read or written as JSON is registered for the native binary")
    void whatIsReadOrWrittenIsRegistered() {
        assertThat(NativeTypes.unregistered("se.nollan.publish", NOT_WRITTEN)).isEmpty();
    }
}
