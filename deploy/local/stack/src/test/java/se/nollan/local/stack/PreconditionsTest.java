package se.nollan.local.stack;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreconditionsTest {
    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);

    @TempDir
    Path folder;

    @Test
    void freePortsAndAMonthThatIsOverAreFine() {
        assertThatCode(() -> Preconditions.check(settings(Port.free()), folder, OCTOBER, NOVEMBER))
                .doesNotThrowAnyException();
    }

    @Test
    void aTakenPortIsNamedWithItsUserAndTheWayOut() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<Port, Integer> ports = new HashMap<>(Port.free());
            ports.put(Port.KEYCLOAK, taken.getLocalPort());
            assertThatThrownBy(() -> Preconditions.check(settings(ports), folder, OCTOBER, NOVEMBER))
                    .isInstanceOf(CannotGoOn.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + ", meant for Keycloak, is taken")
                    .hasMessageContaining("NOLLAN_KEYCLOAK_PORT=");
        }
    }

    @Test
    void aMonthThatIsNotOverCannotBeSent() {
        LocalDate lastDay = OCTOBER.atEndOfMonth();
        assertThatThrownBy(() -> Preconditions.check(settings(Port.free()), folder, OCTOBER, lastDay))
                .isInstanceOf(CannotGoOn.class)
                .hasMessageContaining("The clock of this machine says 2026-10-31");
    }

    private static Settings settings(Map<Port, Integer> ports) {
        return new Settings(Settings.findRepository(), ports, null, false, Map.of());
    }
}
