package se.nollan.publish.figure;

/** The level that a figure is a sum for, in the order in which a statement lists them. */
public enum Level {
    NATION("nation"),
    REGION("region"),
    FORM("form"),
    PROVIDER("provider"),
    UNIT("unit"),
    /** The days of a unit under one owner, where it has had several in the month. */
    UNIT_PART("unit-part"),
    /** S-2: 1177, on its own and part of no other level. */
    CARE_1177("1177");

    private final String word;

    Level(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
