package se.nollan.ingest.client;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A revision of a provider's client.
 *
 * @param id client id, never used again
 * @param revision 1, and one more with each change
 * @param provider whom it acts for
 * @param changedBy the person, or the client of a system
 * @param reason why, in the words of who changed it
 * @param settled Keycloak has it so
 */
public record ProviderClient(
        String id,
        long revision,
        String provider,
        State state,
        Authentication authentication,
        Instant changedAt,
        String changedBy,
        @Nullable String reason,
        boolean settled) {

    /** What becomes of its requests. */
    public enum State {
        /** It gets tokens, and acts. */
        ACTIVE,
        /** It gets none and does not act, until it is active again. */
        PAUSED,
        /** It is gone from Keycloak and does not come back. */
        ENDED;

        /** The state of this word; empty: there is none. */
        static Optional<State> of(@Nullable String word) {
            return Stream.of(values())
                    .filter(state -> state.word().equals(word))
                    .findFirst();
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How it proves who it is. */
    public enum Authentication {
        /** By a token that it signs with a key of its own (RFC 7523): nothing secret is handed over. */
        PRIVATE_KEY_JWT,
        /** By a secret that Keycloak makes. */
        CLIENT_SECRET;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Authentication ofWord(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** The id of a provider's n-th client: its organisation number says whose it is in Keycloak's own lists, too. */
    static String id(String provider, long number) {
        return "provider-" + provider.replace("-", "") + "-" + number;
    }

    /** The first revision; it is settled, for Keycloak made it. */
    static ProviderClient taken(
            String id, String provider, Credential by, Instant at, String who, @Nullable String why) {
        return new ProviderClient(id, 1, provider, State.ACTIVE, by.authentication(), at, who, why, true);
    }

    /** The next revision, with other keys; settled, for Keycloak has them. */
    ProviderClient rotated(Credential to, Instant at, String who, @Nullable String why) {
        return new ProviderClient(id, revision + 1, provider, state, to.authentication(), at, who, why, true);
    }

    /** The next revision, in another state, of which Keycloak is yet to be told. */
    ProviderClient in(State next, Instant at, String who, @Nullable String why) {
        return new ProviderClient(id, revision + 1, provider, next, authentication, at, who, why, false);
    }

    ProviderClient settle() {
        return new ProviderClient(id, revision, provider, state, authentication, changedAt, changedBy, reason, true);
    }
}
