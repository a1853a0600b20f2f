package se.nollan.rules.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.nollan.base.messaging.Poison;
import se.nollan.rules.slice.Slice;

/**
 * Groups put together from their parts.
 *
 * @param slices of those that could be
 * @param refused those that could not
 */
record Assembled(List<Slice> slices, List<RefusedGroup> refused) {

    /** @param parts of each group, in order; each has been read before, and can be */
    static Assembled of(Map<String, List<byte[]>> parts, Instant now) {
        Assembled assembled = new Assembled(new ArrayList<>(), new ArrayList<>());
        parts.forEach((group, bodies) -> {
            List<ContactsMessage> messages =
                    bodies.stream().map(ContactsJson::read).toList();
            try {
                assembled.slices.addAll(ContactsMessage.slices(messages));
            } catch (Poison poison) {
                assembled.refused.add(refused(group, messages, String.valueOf(poison.getMessage()), now));
            }
        });
        return assembled;
    }

    private static RefusedGroup refused(String group, List<ContactsMessage> parts, String reason, Instant now) {
        List<LocalDate> days = parts.stream()
                .flatMap(message -> message.slices().stream())
                .map(slice -> slice.key().day())
                .sorted()
                .toList();
        return new RefusedGroup(
                group, parts.get(0).submission(), days.get(0), days.get(days.size() - 1), parts.size(), reason, now);
    }
}
