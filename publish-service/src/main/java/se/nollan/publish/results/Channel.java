package se.nollan.publish.results;

/** What contacts came through. Phone and chat are reported each by itself and summed to a total (S-5, R-2). */
public enum Channel {
    PHONE("phone"),
    CHAT("chat"),
    TOTAL("total");

    private final String word;

    Channel(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /**
     * The channel of a result; a total is never one.
     *
     * @throws IllegalArgumentException when a result has no such channel
     */
    public static Channel ofResult(String word) {
        return switch (word) {
            case "phone" -> PHONE;
            case "chat" -> CHAT;
            default -> throw new IllegalArgumentException("unknown channel");
        };
    }
}
