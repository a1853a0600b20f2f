package se.nollan.ingest.format;

/** The body as a whole cannot be read: nothing of it is taken. */
public final class UnreadableBody extends RuntimeException {

    /** Why; the names are part of the report and do not change. */
    public enum Reason {
        EMPTY,
        HEADER,
        ENCODING,
        COMPRESSION,
        QUOTES,
        LINE_LIMIT,
        ROW_LIMIT,
        JSON,
        XML,
        WORKBOOK,
        MULTIPART
    }

    private final Reason reason;

    /** @param detail plain sentences: what is wrong and what to do; no value of a row */
    public UnreadableBody(Reason reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
    }

    /** A body without anything in it. */
    public static UnreadableBody empty() {
        return new UnreadableBody(
                Reason.EMPTY, "The body is empty. Send the header row even when there are no contacts.");
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong and what to do. */
    public String detail() {
        return String.valueOf(getMessage());
    }
}
