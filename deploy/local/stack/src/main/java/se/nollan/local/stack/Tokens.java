package se.nollan.local.stack;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.nollan.local.parts.Keycloak;

/** A client's token, fetched anew before it grows old. */
final class Tokens implements Supplier<String> {

    /** Well below the realm's life span of a token. */
    private static final Duration FRESH = Duration.ofSeconds(60);

    private final Keycloak keycloak;
    private final String client;
    private @Nullable String token;
    private long fetched;

    Tokens(Keycloak keycloak, String client) {
        this.keycloak = keycloak;
        this.client = client;
    }

    @Override
    public synchronized String get() {
        String current = token;
        if (current == null || System.nanoTime() - fetched > FRESH.toNanos()) {
            current = keycloak.token(client);
            token = current;
            fetched = System.nanoTime();
        }
        return current;
    }
}
