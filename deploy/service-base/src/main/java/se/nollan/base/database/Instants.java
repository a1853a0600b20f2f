package se.nollan.base.database;

import java.time.Instant;
import java.time.OffsetDateTime;

/** Times out of native queries, which have the type that the driver gives them and not the entity's. */
public final class Instants {
    private Instants() {}

    /** The instant that a column of a row holds. */
    public static Instant of(Object value) {
        return value instanceof Instant instant ? instant : ((OffsetDateTime) value).toInstant();
    }
}
