package se.nollan.ingest.pseudonym;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes callers and health problems pseudonymous for one submission, on one thread. */
public final class Pseudonyms {
    private record RegionDay(String region, LocalDate day) {}

    /** What was made of a row's personal data. */
    public sealed interface Outcome permits Keyed, IdGivesAway {}

    /**
     * Pseudonyms of a row.
     *
     * @param contact null: the caller withheld the number, or is anonymous
     * @param problem null: none stated
     * @param recognised false: the caller is not written as a telephone number and was taken as it stands
     */
    public record Keyed(@Nullable String contact, @Nullable String problem, boolean recognised) implements Outcome {}

    /** The row's id holds its caller or a personal identity number. */
    public record IdGivesAway() implements Outcome {}

    private static final Outcome ID_GIVES_AWAY = new IdGivesAway();

    private final DayKeys keys;
    private final Map<RegionDay, DayKey> used = new HashMap<>();

    public Pseudonyms(DayKeys keys) {
        this.keys = keys;
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
            identity = chat ? Identity.ofChat(contact, day) : Identity.ofPhone(contact);
        }
        if (Identity.isIn(id, contact, identity, day)) {
            return ID_GIVES_AWAY;
        }
        if (identity == null && problem == null) {
            return new Keyed(null, null, true);
        }
        var key = used.computeIfAbsent(new RegionDay(region, day), one -> keys.of(one.region(), one.day()));
        return new Keyed(
                identity == null ? null : key.pseudonym(identity.text()),
                problem == null || problem.isBlank() ? null : key.pseudonym(problem.strip()),
                identity == null || identity.recognised());
    }
}
