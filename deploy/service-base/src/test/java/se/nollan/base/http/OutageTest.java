package se.nollan.base.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.net.ConnectException;
import java.sql.SQLException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutageTest {

    private static PgException refusal(String state) {
        return new PgException("refused", "ERROR", state, "");
    }

    @ParameterizedTest
    @DisplayName(
            "A database that cannot serve now is away: stopping, full, read only, in a deadlock, with another password")
    @ValueSource(
            strings = {"57P01", "57P03", "53100", "53300", "25006", "40P01", "40001", "28P01", "08006", "55P03", "58030"
            })
    void aDatabaseThatCannotServeNowIsAway(String state) {
        assertThat(Outage.of(new IllegalStateException(refusal(state)))).contains("The database");
        assertThat(Outage.of(new SQLException("refused", state))).contains("The database");
    }

    @ParameterizedTest
    @DisplayName("A database that refuses rows or a statement is not away")
    @ValueSource(strings = {"22P05", "23505", "21000", "54000", "42601"})
    void aRefusalOfRowsIsNoOutage(String state) {
        assertThat(Outage.of(refusal(state))).isEmpty();
    }

    @Test
    void aBodyThatIsNotJsonIsNoOutageThoughJacksonCallsItOneOfInputAndOutput() {
        IOException unreadable = null;
        try {
            new ObjectMapper().readTree("{");
        } catch (IOException e) {
            unreadable = e;
        }
        assertThat(unreadable).isNotNull();
        assertThat(Outage.of(unreadable)).isEmpty();
    }

    @Test
    void aConnectionThatIsRefusedAndABrokerThatIsSilentAreOutages() {
        assertThat(Outage.of(new RuntimeException(new ConnectException("refused"))))
                .contains("The database");
        assertThat(Outage.of(new TimeoutException("no answer"))).contains("The message broker");
    }

    @Test
    void aFaultOfOurOwnIsNoOutage() {
        assertThat(Outage.of(new NullPointerException())).isEmpty();
    }
}
