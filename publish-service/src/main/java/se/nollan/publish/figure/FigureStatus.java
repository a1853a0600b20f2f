package se.nollan.publish.figure;

/** What stands behind a figure. */
public enum FigureStatus {
    /** Something was sent; the counts may be zero. */
    REPORTED("reported"),
    /** Nothing was sent the whole month; not the same as zero. */
    MISSING("missing"),
    /** The figure exists and is not shown, because it is small or would give away one that is. */
    SUPPRESSED("suppressed");

    private final String word;

    FigureStatus(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
