package se.nollan.rules.measure;

/** How a patient sought contact (S-5): each channel is measured and reported by itself. */
public enum Channel {
    PHONE("phone"),
    CHAT("chat");

    private final String word;

    Channel(String word) {
        this.word = word;
    }

    /** The word of the contact format. */
    public String word() {
        return word;
    }
}
