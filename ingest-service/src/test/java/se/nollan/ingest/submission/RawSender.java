package se.nollan.ingest.submission;

import io.restassured.RestAssured;
import java.io.Closeable;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import se.nollan.ingest.IngestParts;

/** A sender that does not behave: says one length and sends another, never ends, goes away. */
final class RawSender implements Closeable {
    private final Socket socket;

    RawSender(String framing, String system) throws IOException {
        socket = new Socket("127.0.0.1", RestAssured.port);
        socket.setSoTimeout(60_000);
        var day = Region.DAY;
        write(("POST /ingest/v1/submissions?system=" + system + "&from=" + day + "&to=" + day + " HTTP/1.1\r\n"
                        + "Host: localhost\r\nContent-Type: text/csv\r\nAuthorization: Bearer "
                        + IngestParts.parts().keycloak().token("norrvard") + "\r\n" + framing + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Sends a chunk; false when the other side takes no more. */
    boolean chunk(byte[] bytes) {
        try {
            write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            write(bytes);
            write("\r\n".getBytes(StandardCharsets.US_ASCII));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** What the service answered, as far as it came. */
    String answer() {
        var answer = new StringBuilder();
        var buffer = new byte[8192];
        try {
            for (var read = 0; read >= 0 && !answer.toString().endsWith("}"); ) {
                read = socket.getInputStream().read(buffer);
                answer.append(new String(buffer, 0, Math.max(0, read), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // What came before the connection was closed is the answer.
        }
        return answer.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
