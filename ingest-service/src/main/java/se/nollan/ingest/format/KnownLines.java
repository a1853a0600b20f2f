package se.nollan.ingest.format;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What one submission may know of the register: the lines as its provider and system call them. */
public interface KnownLines {

    /** How a line stands to the submission. */
    enum Standing {
        COVERED,
        NOT_COVERED,
        OF_ANOTHER_PROVIDER
    }

    /**
     * A line in force on a day.
     *
     * @param id the register's id
     * @param unit the HSA-id of the unit that it belongs to
     * @param region the unit's county code
     * @param channel what it carries
     * @param standing whether the submission covers it that day
     */
    record Line(String id, String unit, String region, Channel channel, Standing standing) {}

    /** The line that the submission's system calls {@code key} on {@code day}; null: the register knows none. */
    @Nullable Line line(String key, LocalDate day);

    /** The entrance called {@code key} on {@code day}, whoever answers for it; null: the register knows none. */
    @Nullable Line firstLine(String key, LocalDate day);
}
