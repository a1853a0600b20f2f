package se.nollan.ingest.pseudonym;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who a caller is, for tests of other packages. */
public final class ChatIndividual {
    private ChatIndividual() {}

    /** One text for one individual in chat; empty for none. */
    public static String of(@Nullable String contact, LocalDate day) {
        var text = contact == null ? null : Identity.ofChat(contact, day).text();
        return text == null ? "" : text;
    }
}
