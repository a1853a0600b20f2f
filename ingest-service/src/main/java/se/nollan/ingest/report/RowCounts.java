package se.nollan.ingest.report;

/**
 * What became of the rows of a body. Read = accepted + joined + repeated + skipped + in error, always (design, invariant 1).
 *
 * @param read rows of the body, without header and empty lines
 * @param accepted contacts that were put in place (of a rejected submission: that could have been)
 * @param joined rows that tell of a contact together with another row, which is counted for them all
 * @param repeated rows that stood in the body before, word for word
 * @param skipped rows that the profile says tell of no contact
 * @param inError rows with at least one error
 * @param warned accepted or repeated rows with at least one warning
 * @param moved accepted contacts that stood in another slice before
 */
public record RowCounts(
        long read, long accepted, long joined, long repeated, long skipped, long inError, long warned, long moved) {
    public static final RowCounts NONE = new RowCounts(0, 0, 0, 0, 0, 0, 0, 0);

    public RowCounts {
        if (read != accepted + joined + repeated + skipped + inError) {
            throw new IllegalArgumentException(
                    "The rows of a submission do not balance: read " + read + ", accepted " + accepted + ", joined "
                            + joined + ", repeated " + repeated + ", skipped " + skipped + ", in error " + inError);
        }
    }

    /**
     * After duplicates were found among the accepted rows.
     *
     * @param same rows that repeat another word for word
     * @param other rows that have another's id and another content
     * @param warnedNow rows with warnings among all that remain or repeat
     */
    public RowCounts withDuplicates(long same, long other, long warnedNow) {
        return new RowCounts(
                read, accepted - same - other, joined, repeated + same, skipped, inError + other, warnedNow, moved);
    }

    public RowCounts withMoved(long now) {
        return new RowCounts(read, accepted, joined, repeated, skipped, inError, warned, now);
    }
}
