package se.nollan.ingest.profile;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A time as a cell says it.
 *
 * @param offset null: none is said, the profile's zone holds
 * @param timed whether an hour is said; else it is a date
 */
record ReadTime(LocalDateTime local, @Nullable ZoneOffset offset, boolean timed) {}
