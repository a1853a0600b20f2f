package se.nollan.base.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.vertx.pgclient.PgException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryTest {

    private static Throwable refusal(String state) {
        return new IllegalStateException(new PgException("refused", "ERROR", state, ""));
    }

    @ParameterizedTest
    @DisplayName(
            "What the message itself causes stays: its values, a constraint, two rows of one key, a size that cannot be stored")
    @ValueSource(strings = {"22P05", "22003", "23505", "23503", "21000", "54000"})
    void whatTheMessageCausesStays(String state) {
        assertThat(Retry.passes(refusal(state))).isFalse();
    }

    @ParameterizedTest
    @DisplayName(
            "Whatever the database's own state causes passes: no message is set aside for a full disk or a late migration")
    @ValueSource(strings = {"53100", "25006", "40P01", "40001", "28P01", "57P01", "08006", "42P01", "42501", "XX000"})
    void whatTheDatabasesStateCausesPasses(String state) {
        assertThat(Retry.passes(refusal(state))).isTrue();
    }

    @Test
    void aMessageThatCannotBeReadStays() {
        assertThat(Retry.passes(new Poison("no body"))).isFalse();
        assertThat(Retry.passes(new RuntimeException(new JsonParseException(null, "no"))))
                .isFalse();
        assertThat(Retry.passes(new NullPointerException())).isFalse();
    }
}
