package se.nollan.ingest.pseudonym;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes callers and health problems pseudonymous for one submission, on one thread. */
public final class Pseudonyms {
    private record RegionDay(String region, LocalDate day) {}

    /** What was made of a row's personal data. */
    public sealed interface Outcome permits Keyed, IdGivesAway, NumberDestroyed {}

    /** What a caller's number says besides who called. */
    public enum Remark {
        /** The vendor's own key, no telephone number. */
        NOT_A_NUMBER,
        /** A word, a code or zeros that stand for a withheld number. */
        WITHHELD_WORD,
        /** Digits are hidden. */
        NUMBER_MASKED
    }

    /**
     * Pseudonyms of a row.
     *
     * @param id the vendor's id, or a keyed hash of it
     * @param contact null: nobody can be told from it
     * @param problem null: none stated
     * @param remark null: a telephone number, an individual, or nothing
     */
    public record Keyed(
            String id,
            @Nullable String contact,
            @Nullable String problem,
            @Nullable Remark remark) implements Outcome {}

    /** The row's id holds its caller, a mobile number or a personal identity number. */
    public record IdGivesAway() implements Outcome {}

    /** A spreadsheet has rounded the caller's number: its digits are gone. */
    public record NumberDestroyed() implements Outcome {}

    private static final Outcome ID_GIVES_AWAY = new IdGivesAway();
    private static final Outcome NUMBER_DESTROYED = new NumberDestroyed();

    private final DayKeys keys;
    private final SourceNotation source;
    private final Map<RegionDay, DayKey> used = new HashMap<>();

    /** @param source what the source does to the numbers of its callers */
    public Pseudonyms(DayKeys keys, SourceNotation source) {
        this.keys = keys;
        this.source = source;
    }

    /**
     * The pseudonyms of one row.
     *
     * @param chat whether the contact came in by chat; else by phone
     * @param region county code of the line's unit
     * @param day Stockholm day of the contact
     * @param id the vendor's id, which must not give the caller away
     * @param contact as the vendor wrote it; null: none
     * @param problem as the vendor keyed it; null: none
     */
    public Outcome of(
            boolean chat, String region, LocalDate day, String id, @Nullable String contact, @Nullable String problem) {
        Identity identity = null;
        if (contact != null && !contact.isBlank()) {
            identity = chat ? Identity.ofChat(contact, day) : CallerNumber.read(contact, source);
        }
        if (!source.hashedId() && IdCheck.givesAway(id, contact, identity, day)) {
            return ID_GIVES_AWAY;
        }
        if (identity == Identity.DESTROYED) {
            return NUMBER_DESTROYED;
        }
        var caller = identity == null ? null : identity.text();
        var about = problem == null || problem.isBlank() ? null : problem.strip();
        if (caller == null && about == null && !source.hashedId()) {
            return new Keyed(id, null, null, remark(identity));
        }
        var key = used.computeIfAbsent(new RegionDay(region, day), one -> keys.of(one.region(), one.day()));
        return new Keyed(
                source.hashedId() ? key.pseudonym("id " + id) : id,
                caller == null ? null : key.pseudonym(caller),
                about == null ? null : key.pseudonym(about),
                remark(identity));
    }

    private static @Nullable Remark remark(@Nullable Identity identity) {
        if (identity == null) {
            return null;
        }
        return switch (identity.standing()) {
            case KEY -> Remark.NOT_A_NUMBER;
            case WITHHELD -> Remark.WITHHELD_WORD;
            case MASKED -> Remark.NUMBER_MASKED;
            case KNOWN, DESTROYED -> null;
        };
    }
}
