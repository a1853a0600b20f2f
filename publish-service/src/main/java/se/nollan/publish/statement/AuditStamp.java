package se.nollan.publish.statement;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who did something with a statement, and when.
 *
 * @param client the client that the token was issued to
 * @param user the person, where the token names one; null for a system
 */
public record AuditStamp(
        Instant at, String client, @Nullable String user) {

    /** Whether the same client and person did both. */
    public boolean sameActor(AuditStamp other) {
        return client.equals(other.client) && Objects.equals(user, other.user);
    }
}
