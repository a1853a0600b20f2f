package se.nollan.ingest.format;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How the patient made contact, and the kinds that the channel knows. */
public enum Channel {
    PHONE("phone", Set.of("callback", "queue", "full", "closed", "aborted", "voicemail", "video", "forwarded")),
    CHAT("chat", Set.of("queue", "booked", "bot"));

    private final String word;
    private final Set<String> kinds;

    Channel(String word, Set<String> kinds) {
        this.word = word;
        this.kinds = kinds;
    }

    /** The word of the contact format. */
    public String word() {
        return word;
    }

    Set<String> kinds() {
        return kinds;
    }

    boolean knows(String kind) {
        return kinds.contains(kind);
    }

    public static boolean anyKnows(String kind) {
        return PHONE.knows(kind) || CHAT.knows(kind);
    }

    public static @Nullable Channel of(String word) {
        return switch (word) {
            case "phone" -> PHONE;
            case "chat" -> CHAT;
            default -> null;
        };
    }
}
