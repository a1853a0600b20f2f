package se.nollan.ingest.submission;

/**
 * What became of the rows of a body. Read = accepted + repeated + skipped + in error, always (design, invariant 1).
 *
 * @param read rows of the body, without header and empty lines
 * @param accepted contacts that were put in place (of a rejected submission: that could have been)
 * @param repeated rows that stood in the body before, word for word
 * @param skipped rows that the profile says are no contacts
 * @param inError rows with at least one error
 * @param warned accepted or repeated rows with at least one warning
 * @param moved accepted contacts that stood in another slice before
 */
public record RowCounts(long read, long accepted, long repeated, long skipped, long inError, long warned, long moved) {
    static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0, 0, 0);

    public RowCounts {
        if (read != accepted + repeated + skipped + inError) {
            throw new IllegalArgumentException("The rows of a submission do not balance: read " + read + ", accepted "
                    + accepted + ", repeated " + repeated + ", skipped " + skipped + ", in error " + inError);
        }
    }

    /**
     * After duplicates were found among the accepted rows.
     *
     * @param same rows that repeat another word for word
     * @param other rows that have another's id and another content
     * @param warnedNow rows with warnings among all that remain or repeat
     */
    RowCounts withDuplicates(long same, long other, long warnedNow) {
        return new RowCounts(
                read, accepted - same - other, repeated + same, skipped, inError + other, warnedNow, moved);
    }

    RowCounts withMoved(long now) {
        return new RowCounts(read, accepted, repeated, skipped, inError, warned, now);
    }
}
