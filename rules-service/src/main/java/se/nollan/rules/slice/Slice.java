package se.nollan.rules.slice;

import java.util.List;
import java.util.Set;

/**
 * One revision of a slice, ready to be stored.
 *
 * @param lines its line and the first lines of its contacts
 * @param body the contacts, deflated
 */
public record Slice(
        SliceKey key,
        long revision,
        long registerVersion,
        String hash,
        int contacts,
        List<String> units,
        Set<String> lines,
        String submission,
        byte[] body) {}
