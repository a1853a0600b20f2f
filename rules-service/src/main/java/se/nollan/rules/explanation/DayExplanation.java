package se.nollan.rules.explanation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.ContactId;
import se.nollan.rules.measure.Disposition;
import se.nollan.rules.measure.Dispositions;
import se.nollan.rules.measure.Judgement;
import se.nollan.rules.measure.RuleText;

/**
 * A unit's day, contact by contact, made again from the slices when asked.
 *
 * @param reading by what it is judged: {@code national}, or {@code asked} when another edition was named
 * @param pending whether something has come that the published result does not know yet
 * @param tallies counts by channel, as a result has them
 * @param provenance what it was made from: rule set, register version, slice revisions
 * @param items one page of the contacts
 */
record DayExplanation(
        String unit,
        LocalDate date,
        String reading,
        boolean pending,
        List<JsonNode> tallies,
        JsonNode provenance,
        List<Item> items,
        int page,
        int limit,
        long total) {

    /** One contact and what became of it. Pseudonyms are shortened: enough to see who is the same, on this day. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Item(
            ContactId contact,
            String channel,
            String kind,
            String line,
            @Nullable String firstLine,
            String origin,
            String caller,
            @Nullable String who,
            @Nullable String problem,
            @Nullable Instant createdAt,
            @Nullable Instant answeredAt,
            List<Instant> attempts,
            @Nullable Instant doneAt,
            boolean offeredSameDay,
            @Nullable LocalDate chosenDate,
            @Nullable Instant cancelledAt,
            @Nullable String cancelledBy,
            String disposition,
            RuleText rule,
            @Nullable ContactId mergedInto) {

        static Item of(Judgement judgement) {
            Contact contact = judgement.contact();
            Disposition disposition = judgement.disposition();
            return new Item(
                    contact.id(),
                    contact.channel().word(),
                    word(contact.kind()),
                    contact.line(),
                    contact.firstLine(),
                    word(contact.origin()),
                    word(contact.caller()),
                    shortened(contact.contact()),
                    shortened(contact.problem()),
                    instant(contact.createdAt()),
                    instant(contact.answeredAt()),
                    Arrays.stream(contact.attempts())
                            .mapToObj(Instant::ofEpochMilli)
                            .toList(),
                    instant(contact.doneAt()),
                    contact.offeredSameDay(),
                    contact.chosenDate(),
                    instant(contact.cancelledAt()),
                    contact.cancelledBy() == null ? null : word(contact.cancelledBy()),
                    Dispositions.word(disposition),
                    RuleText.of(disposition.rule()),
                    disposition instanceof Disposition.Merged merged ? merged.into() : null);
        }

        private static String word(Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT);
        }

        private static @Nullable Instant instant(long millis) {
            return millis == Contact.NONE ? null : Instant.ofEpochMilli(millis);
        }

        private static @Nullable String shortened(@Nullable String pseudonym) {
            return pseudonym == null || pseudonym.length() <= 6 ? pseudonym : pseudonym.substring(0, 6);
        }
    }
}
