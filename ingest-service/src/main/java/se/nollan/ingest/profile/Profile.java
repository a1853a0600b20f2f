package se.nollan.ingest.profile;

import java.util.List;
import java.util.Set;
import se.nollan.ingest.pseudonym.SourceNotation;

/**
 * How a vendor's log says contacts: a file, not code.
 *
 * @param name what a submission calls it
 * @param systems systems whose logs have this layout unless a submission says otherwise
 * @param layouts the kinds of files of a delivery
 * @param notation how it writes callers and ids
 * @param about what is known of the vendor
 * @param yaml the file
 */
public record Profile(
        String name,
        Set<String> systems,
        List<Layout> layouts,
        SourceNotation notation,
        CapabilitySheet about,
        String yaml) {}
