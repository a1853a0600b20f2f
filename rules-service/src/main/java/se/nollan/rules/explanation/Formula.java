package se.nollan.rules.explanation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.ClosedQueueHours;
import se.nollan.rules.measure.Counts;
import se.nollan.rules.measure.Disposition;
import se.nollan.rules.measure.Edition;
import se.nollan.rules.measure.Judgement;

/**
 * The formula of the share with its numbers filled in.
 *
 * @param terms what the denominator is the sum of
 * @param sv the whole formula as a line of text, in Swedish
 * @param en the same in English
 */
public record Formula(long hits, List<Part> terms, String sv, String en) {

    /** One number of the denominator. */
    public record Part(String term, long count, String sv, String en) {}

    /** Of one channel. */
    static Formula of(Channel channel, Edition edition, List<Judgement> judgements) {
        return of(channel, edition, ClosedQueueHours.NATIONAL, judgements);
    }

    /** Of one channel, where a call to a closed queue counts in other hours (P-X9). */
    static Formula of(Channel channel, Edition edition, ClosedQueueHours hours, List<Judgement> judgements) {
        Map<Term, Long> counted = new EnumMap<>(Term.class);
        long hits = 0;
        for (Judgement judgement : judgements) {
            Disposition disposition = judgement.disposition();
            boolean hit = disposition instanceof Disposition.Hit;
            if (hit || disposition instanceof Disposition.Miss) {
                counted.merge(Term.of(judgement), 1L, Long::sum);
                hits += hit ? 1 : 0;
            }
        }
        List<Part> parts = new ArrayList<>();
        for (Term term : Term.values()) {
            long count = counted.getOrDefault(term, 0L);
            if (count > 0 || term.isOf(channel, edition)) {
                parts.add(new Part(term.name(), count, term.swedish(edition, hours), term.english(edition, hours)));
            }
        }
        return filledIn(hits, String.valueOf(hits), parts);
    }

    /** Of both channels together: sums, never an average. */
    static Formula total(Formula phone, Formula chat) {
        List<Part> parts = List.of(
                new Part("PHONE", phone.counted(), "i telefon", "by phone"),
                new Part("CHAT", chat.counted(), "i chatt", "by chat"));
        return filledIn(phone.hits + chat.hits, "(" + phone.hits + " + " + chat.hits + ")", parts);
    }

    /** The denominator. */
    long counted() {
        return terms.stream().mapToLong(Part::count).sum();
    }

    private static Formula filledIn(long hits, String hitsText, List<Part> parts) {
        long counted = parts.stream().mapToLong(Part::count).sum();
        var share = Counts.share(hits, counted);
        String swedish = hitsText + " träffar / " + sum(parts, true)
                + (share == null
                        ? ": inget räknat, ingen andel"
                        : " = " + share.toPlainString().replace('.', ','));
        String english = hitsText + " hits / " + sum(parts, false)
                + (share == null ? ": nothing counted, no share" : " = " + share.toPlainString());
        return new Formula(hits, parts, swedish, english);
    }

    private static String sum(List<Part> parts, boolean swedish) {
        String sum = parts.stream()
                .map(part -> part.count + " " + (swedish ? part.sv : part.en))
                .collect(Collectors.joining(" + "));
        return parts.size() == 1 ? sum : "(" + sum + ")";
    }
}
