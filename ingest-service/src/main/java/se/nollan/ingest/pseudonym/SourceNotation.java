package se.nollan.ingest.pseudonym;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a source writes its callers and ids, as its profile tells.
 *
 * @param outsideLine digits that are dialled first for an outside line; empty: none
 * @param leadingZeroLost whether a spreadsheet has taken the zero off national numbers
 * @param withheld the source's own words for a caller without a number
 * @param hashedId whether its ids hold numbers, so that a keyed hash is taken for the id
 */
public record SourceNotation(String outsideLine, boolean leadingZeroLost, Set<String> withheld, boolean hashedId) {

    /** A source that writes numbers as anybody does. */
    public static final SourceNotation USUAL = new SourceNotation("", false, Set.of(), false);

    public SourceNotation {
        withheld = withheld.stream().map(CallerNumber::word).collect(Collectors.toUnmodifiableSet());
    }

    /** One text for one caller, in whatever notation its number stands; null: nobody. */
    public @Nullable String caller(@Nullable String contact) {
        return contact == null ? null : CallerNumber.read(contact, this).text();
    }
}
