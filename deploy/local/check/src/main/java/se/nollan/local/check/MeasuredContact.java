package se.nollan.local.check;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.nollan.ingest.pseudonym.Pseudonyms;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.ContactId;

/** A contact as ingest-service makes it and rules-service takes it: what the message between them carries. */
public final class MeasuredContact {

    private static final Map<String, Contact.Kind> KINDS = words(Contact.Kind.values());
    private static final Map<String, Contact.Origin> ORIGINS = words(Contact.Origin.values());
    private static final Map<String, Contact.Caller> CALLERS = words(Contact.Caller.values());
    private static final Map<String, Contact.Ender> ENDERS = words(Contact.Ender.values());

    private MeasuredContact() {}

    /** @param keyed the pseudonyms of its caller and problem */
    public static Contact of(se.nollan.ingest.format.Contact of, Pseudonyms.Keyed keyed) {
        boolean chat = of.channel() == se.nollan.ingest.format.Channel.CHAT;
        return new Contact(
                new ContactId("p", "s", of.id()),
                of.line().id(),
                chat ? Channel.CHAT : Channel.PHONE,
                KINDS.get(of.kind()),
                of.origin() == null ? Contact.Origin.PATIENT : ORIGINS.get(of.origin()),
                of.caller() == null ? Contact.Caller.PATIENT : CALLERS.get(of.caller()),
                keyed.contact(),
                keyed.problem(),
                of.createdAt().toEpochMilli(),
                milli(of.answeredAt()),
                of.attempts().isEmpty()
                        ? Contact.NO_ATTEMPTS
                        : of.attempts().stream()
                                .mapToLong(Instant::toEpochMilli)
                                .toArray(),
                milli(of.doneAt()),
                of.offeredSameDay(),
                of.chosenDate(),
                milli(of.cancelledAt()),
                of.cancelledBy() == null ? null : ENDERS.get(of.cancelledBy()),
                of.firstLine() == null ? null : of.firstLine().id());
    }

    private static long milli(@Nullable Instant instant) {
        return instant == null ? Contact.NONE : instant.toEpochMilli();
    }

    private static <E extends Enum<E>> Map<String, E> words(E[] values) {
        Map<String, E> words = new HashMap<>();
        for (E value : values) {
            words.put(value.name().toLowerCase(Locale.ROOT), value);
        }
        return words;
    }
}
