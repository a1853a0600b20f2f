package se.nollan.rules.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.nollan.base.messaging.Poison;
import se.nollan.rules.slice.Deflated;
import se.nollan.rules.slice.Slice;
import se.nollan.rules.slice.SliceKey;
import se.nollan.rules.slice.SlicePart;

/**
 * One message of the topic {@code contacts}.
 *
 * @param group the sending that the parts belong to
 * @param registerVersion the version that the lines were resolved by
 * @param body the message as received
 */
record ContactsMessage(
        String submission,
        String group,
        long registerVersion,
        int part,
        int parts,
        List<SlicePart> slices,
        byte[] body) {

    /**
     * The whole slices of a group.
     *
     * @param parts all of them, in order
     * @throws Poison if a slice has not as many contacts as it says
     */
    static List<Slice> slices(List<ContactsMessage> parts) {
        Map<SliceKey, List<SlicePart>> byKey = new TreeMap<>();
        for (ContactsMessage message : parts) {
            message.slices.forEach(part ->
                    byKey.computeIfAbsent(part.key(), key -> new ArrayList<>(1)).add(part));
        }
        ContactsMessage first = parts.get(0);
        return byKey.values().stream().map(shares -> first.whole(shares)).toList();
    }

    /** The slices of a message that is a group by itself. */
    List<Slice> whole() {
        return slices(List.of(this));
    }

    private Slice whole(List<SlicePart> shares) {
        SlicePart first = shares.get(0);
        int contacts = shares.stream().mapToInt(SlicePart::contacts).sum();
        boolean one = shares.stream()
                .allMatch(share -> share.revision() == first.revision() && share.count() == first.count());
        if (!one || contacts != first.count()) {
            throw new Poison(
                    "A slice has " + contacts + " contacts over its parts and says that it has " + first.count());
        }
        Set<String> lines = new HashSet<>();
        shares.forEach(share -> lines.addAll(share.lines()));
        return new Slice(
                first.key(),
                first.revision(),
                registerVersion,
                first.hash(),
                contacts,
                first.units(),
                lines,
                submission,
                Deflated.join(shares));
    }
}
