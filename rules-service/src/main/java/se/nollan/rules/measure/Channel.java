package se.nollan.rules.measure;

import java.util.List;

/** How a patient sought contact (S-5): each channel is measured and reported by itself. */
public enum Channel {
    PHONE("phone"),
    CHAT("chat");

    private final String word;

    Channel(String word) {
        this.word = word;
    }

    /** The words of the contact format. */
    public static List<String> words() {
        return List.of(PHONE.word, CHAT.word);
    }

    /** The word of the contact format. */
    public String word() {
        return word;
    }
}
