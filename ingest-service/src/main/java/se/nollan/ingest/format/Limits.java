package se.nollan.ingest.format;

/**
 * How much of a log is read before it is refused.
 *
 * @param lineLength most characters of one row
 * @param rows most rows of one log
 */
public record Limits(int lineLength, long rows) {

    /** Rows of a log hold a few hundred characters; ten million rows are a year of a large provider. */
    public static final Limits DEFAULT = new Limits(65_536, 10_000_000);

    /** The answer to a row without an end. */
    public UnreadableBody lineTooLong(long line) {
        return new UnreadableBody(
                UnreadableBody.Reason.LINE_LIMIT,
                "The row that begins on line " + line + " is longer than " + lineLength
                        + " characters. Check the line ends and the quotes, and send the file again.");
    }

    /** The answer to a quote that takes in the rows after it. */
    public UnreadableBody quoteNotClosed(long line) {
        return new UnreadableBody(
                UnreadableBody.Reason.QUOTES,
                "A quote that is opened in the row that begins on line " + line
                        + " is not closed where its field ends, so that it takes in the rows after it. Close it, or double it if it"
                        + " belongs to the text, and send the file again.");
    }

    /** @throws UnreadableBody when these are more rows than are taken */
    public void check(long rowsRead) {
        if (rowsRead > rows) {
            throw new UnreadableBody(
                    UnreadableBody.Reason.ROW_LIMIT,
                    "The body has more than " + rows + " rows. Send it as several submissions of shorter periods.");
        }
    }
}
