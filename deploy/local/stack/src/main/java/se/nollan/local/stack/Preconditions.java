package se.nollan.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;

/** What must hold before anything is started; each answer says what to do. */
final class Preconditions {

    private static final long DISK = 3L * 1024 * 1024 * 1024;

    private Preconditions() {}

    static void check(Settings settings, Path folder, YearMonth month, LocalDate today) {
        settings.ports().forEach(Preconditions::checkPort);
        checkDisk(folder);
        if (!month.atEndOfMonth().isBefore(today)) {
            throw new CannotGoOn("The clock of this machine says " + today + ", but the contacts to be sent are of "
                    + month + ", and a month is sent when it is over. Set the clock, or choose an earlier month"
                    + " with --month.");
        }
    }

    private static void checkPort(Port port, int number) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
        } catch (IOException e) {
            throw new CannotGoOn(
                    "Port %d, meant for %s, is taken. Stop what listens there, or choose another: %s=%d deploy/local/up"
                            .formatted(number, port.user, port.variable(), number + 10_000),
                    e);
        }
    }

    private static void checkDisk(Path folder) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < DISK) {
                throw new CannotGoOn(
                        "There are only %d MB free where %s is; this needs 3 GB. Make room, or set TMPDIR to a folder on a larger disk."
                                .formatted(free / (1024 * 1024), folder));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
