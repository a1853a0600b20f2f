package se.nollan.rules.explanation;

import java.time.format.DateTimeFormatter;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.ClosedQueueHours;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Edition;
import se.nollan.rules.measure.Judgement;
import se.nollan.rules.measure.Rule;

/** What a counted contact is in the denominator of the share (measurement rules, sections 2, 3 and 5). */
enum Term {
    CASES("ärenden", "cases"),
    VOICEMAIL("meddelanden i röstbrevlåda", "voicemail messages"),
    FULL("samtal till fylld kö", "calls to a full queue"),
    CLOSED("samtal till stängd kö", "calls to a closed queue"),
    CHAT("ärenden i chatt", "chat cases");

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH.mm");

    private final String swedish;
    private final String english;

    Term(String swedish, String english) {
        this.swedish = swedish;
        this.english = english;
    }

    /** The term of a contact that is a hit or a miss. Blocked calls are known by the rules that count them. */
    static Term of(Judgement counted) {
        Rule rule = counted.disposition().rule();
        Contact contact = counted.contact();
        if (contact.channel() == Channel.CHAT) {
            return CHAT;
        }
        if (rule == Rule.P_U3 || rule == Rule.P_U4) {
            return contact.kind() == Contact.Kind.FULL ? FULL : CLOSED;
        }
        return rule == Rule.P_X3 ? VOICEMAIL : CASES;
    }

    /** Whether an edition has such a term at all. */
    boolean isOf(Channel channel, Edition edition) {
        return switch (this) {
            case CASES -> channel == Channel.PHONE;
            case VOICEMAIL -> channel == Channel.PHONE && !edition.rules().contains(Rule.P_X3);
            case FULL, CLOSED -> channel == Channel.PHONE && edition.rules().contains(Rule.P_U3);
            case CHAT -> channel == Channel.CHAT;
        };
    }

    String swedish(Edition edition, ClosedQueueHours hours) {
        return (unique(edition) ? "unika " : "") + swedish + when(hours);
    }

    String english(Edition edition, ClosedQueueHours hours) {
        return (unique(edition) ? "unique " : "") + english + when(hours);
    }

    /** P-X9. */
    private String when(ClosedQueueHours hours) {
        return this == CLOSED ? " " + CLOCK.format(hours.from()) + "–" + CLOCK.format(hours.to()) : "";
    }

    /** Blocked calls count once a number since uniqueness is in force (P-U1). */
    private boolean unique(Edition edition) {
        return (this == FULL || this == CLOSED) && edition.rules().contains(Rule.P_U1);
    }
}
