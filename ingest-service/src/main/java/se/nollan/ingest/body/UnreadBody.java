package se.nollan.ingest.body;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * What of a body was not read when the answer is known. A little that comes soon is read and dropped, since a sender that is still writing would
 * otherwise miss the answer; of more, the connection is closed after the answer.
 */
public final class UnreadBody {
    private static final int A_LITTLE = 4 << 20;
    private static final Duration TO_READ_THE_ANSWER = Duration.ofSeconds(5);
    private static final Duration A_WHILE = Duration.ofSeconds(3);

    private final RoutingContext exchange;
    private final InputStream body;

    public UnreadBody(RoutingContext exchange, InputStream body) {
        this.exchange = exchange;
        this.body = body;
    }

    public void letGo() {
        if (exchange.request().isEnded()) {
            return;
        }
        var asks = exchange.request().headers().contains(HttpHeaders.EXPECT);
        if (!asks && isLittle()) {
            return;
        }
        exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        exchange.addEndHandler(answered -> exchange.request().connection().close());
    }

    /** Of a sender that is slow nothing is waited for. Closed at once the connection would be reset, and the answer lost. */
    public void letGoOfTheSlow() {
        exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        exchange.addEndHandler(
                answered -> exchange.vertx().setTimer(TO_READ_THE_ANSWER.toMillis(), timer -> exchange.request()
                        .connection()
                        .close()));
    }

    private boolean isLittle() {
        var buffer = new byte[1 << 16];
        try {
            var until = System.nanoTime() + A_WHILE.toNanos();
            for (var dropped = 0; dropped < A_LITTLE && System.nanoTime() < until; ) {
                var read = body.read(buffer);
                if (read < 0) {
                    return true;
                }
                dropped += read;
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
