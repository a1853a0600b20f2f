package se.nollan.ingest.format;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields of the contact format, version 1, in its order. A row is an array of texts indexed by ordinal. */
public enum Field {
    ID("id", Carrier.BOTH),
    LINE("line", Carrier.BOTH),
    CHANNEL("channel", Carrier.BOTH),
    KIND("kind", Carrier.BOTH),
    ORIGIN("origin", Carrier.BOTH),
    CALLER("caller", Carrier.PHONE),
    CONTACT("contact", Carrier.BOTH),
    PROBLEM("problem", Carrier.CHAT),
    CREATED_AT("createdAt", Carrier.BOTH),
    ANSWERED_AT("answeredAt", Carrier.BOTH),
    ATTEMPTS("attempts", Carrier.PHONE),
    DONE_AT("doneAt", Carrier.PHONE),
    OFFERED_SAME_DAY("offeredSameDay", Carrier.BOTH),
    CHOSEN_DATE("chosenDate", Carrier.BOTH),
    CANCELLED_AT("cancelledAt", Carrier.BOTH),
    CANCELLED_BY("cancelledBy", Carrier.BOTH),
    FIRST_LINE("firstLine", Carrier.CHAT);

    /** Number of fields: the length of a row. */
    public static final int COUNT = values().length;

    /** Without these a row is no contact. */
    public static final List<Field> REQUIRED = List.of(ID, LINE, CHANNEL, KIND, CREATED_AT);

    private static final Map<String, Field> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(Field::label, Function.identity()));
    private static final Set<Field> TIMES = Set.of(CREATED_AT, ANSWERED_AT, ATTEMPTS, DONE_AT, CANCELLED_AT);

    private enum Carrier {
        PHONE,
        CHAT,
        BOTH
    }

    private final String label;
    private final Carrier carrier;

    Field(String label, Carrier carrier) {
        this.label = label;
        this.carrier = carrier;
    }

    /** The field's name in both encodings. */
    public String label() {
        return label;
    }

    /** The field of that name, exactly as written; null: there is none. */
    public static @Nullable Field named(String label) {
        return BY_NAME.get(label);
    }

    boolean belongsTo(Channel channel) {
        return carrier == Carrier.BOTH || (carrier == Carrier.CHAT) == (channel == Channel.CHAT);
    }

    boolean holdsTime() {
        return TIMES.contains(this);
    }
}
