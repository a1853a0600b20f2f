package se.nollan.local.parts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on 127.0.0.1. */
final class Ports {

    /**
     * Below the range from which Linux and macOS take the ports of outgoing connections: there, a client that tries again
     * while a part is down could be given the very port of the part, and the part could not come back.
     */
    private static final int FIRST = 18_000;

    private static final int LAST = 32_000;

    private Ports() {}

    static int free() {
        for (int attempt = 0; attempt < 1_000; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, LAST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new PartFailed("No free port was found between " + FIRST + " and " + LAST + ".");
    }

    static void requireFree(int port, String part) {
        if (!isFree(port)) {
            throw new PartFailed("Port " + port + ", meant for " + part
                    + ", is taken. Stop what listens there (an earlier run still up?) or choose another port.");
        }
    }

    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
