package se.nollan.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import se.nollan.checks.NativeTypes;

class NativeTypesTest {

    /** Had where JSON is written, and not written themselves. */
    private static final String[] NOT_WRITTEN = {"se.nollan.rules.queue.UnitDay", "se.nollan.rules.slice.Seal"};

    @Test
    @DisplayName("What is read or written as JSON is registered for the native binary")
    void whatIsReadOrWrittenIsRegistered() {
        assertThat(NativeTypes.unregistered("se.nollan.rules", NOT_WRITTEN)).isEmpty();
    }
}
