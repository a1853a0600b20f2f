package se.nollan.rules.slice;

import java.util.List;
import java.util.Set;

/**
 * A slice, or the share of it that one message carries.
 *
 * @param count contacts of the whole slice, over all parts
 * @param units units that the sender resolved its lines to
 * @param lines its line and the first lines of its contacts
 * @param contacts contacts of this part
 * @param message the message that the contacts stand in
 * @param from where they begin in the message, after the bracket
 * @param to where they end, before the bracket
 */
public record SlicePart(
        SliceKey key,
        long revision,
        String hash,
        int count,
        List<String> units,
        Set<String> lines,
        int contacts,
        byte[] message,
        int from,
        int to) {}
