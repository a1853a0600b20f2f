package se.nollan.local.parts;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;

/**
 * Ends the child processes when this JVM is gone, even if it was killed and its shutdown hooks never ran. A shell reads
 * from this JVM the process ids to watch; when the pipe closes, for whatever reason, it kills those still on its list.
 */
final class Watchdog {

    private static final String SCRIPT = """
            trap '' HUP INT TERM
            watched=
            while read -r what pid; do
              case $what in
                watch) watched="$watched $pid" ;;
                forget)
                  rest=
                  for one in $watched; do [ "$one" = "$pid" ] || rest="$rest $one"; done
                  watched=$rest ;;
              esac
            done
            [ -z "$watched" ] || kill -KILL $watched
            """;

    private static final Watchdog OF_THIS_JVM = new Watchdog();

    private final OutputStream orders;

    private Watchdog() {
        try {
            orders = new ProcessBuilder("sh", "-c", SCRIPT)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start()
                    .getOutputStream();
        } catch (IOException e) {
            throw new PartFailed("Could not start sh: " + e.getMessage(), e);
        }
    }

    static void watch(long pid) {
        OF_THIS_JVM.order("watch " + pid);
    }

    static void forget(long pid) {
        OF_THIS_JVM.order("forget " + pid);
    }

    private synchronized void order(String line) {
        try {
            orders.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            orders.flush();
        } catch (IOException e) {
            throw new PartFailed("The shell that watches the child processes is gone", e);
        }
    }
}
