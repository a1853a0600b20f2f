package se.nollan.publish.suppression;

/** What a cell counted in a month: something, for nothing is told as nothing. */
public record Count(Cell cell, long hits, long misses) {

    long counted() {
        return hits + misses;
    }

    /** Whether so few contacts are behind it that it must not follow from what is published. */
    boolean isSmall(long threshold) {
        return counted() < threshold;
    }
}
