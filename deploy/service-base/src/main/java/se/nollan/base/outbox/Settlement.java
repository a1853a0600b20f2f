package se.nollan.base.outbox;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of a batch of messages once the broker has answered.
 *
 * @param sent ids that are done with
 * @param parked ids that can never be sent as they are, with the reason
 * @param again ids that stay and are sent again
 */
public record Settlement(List<Long> sent, Map<Long, String> parked, List<Long> again) {

    /** What the broker said of one message. */
    public sealed interface Outcome {
        /** It is there. */
        record Acknowledged() implements Outcome {}

        /** It will never be accepted, for instance because it is too large. */
        record Refused(String reason) implements Outcome {}

        /** It may be accepted later. */
        record Unanswered() implements Outcome {}
    }

    /**
     * Decides for each message. One that was acknowledged after an unanswered one of the same topic and key stays too:
     * sent again after that one, the newer word is the last word.
     *
     * @param batch messages in the order in which they were sent
     * @param outcomes what the broker said, by id; nothing said is unanswered
     */
    public static Settlement of(List<Waiting> batch, Map<Long, Outcome> outcomes) {
        record Lane(String topic, String key) {}
        List<Long> sent = new ArrayList<>();
        Map<Long, String> parked = new LinkedHashMap<>();
        List<Long> again = new ArrayList<>();
        Set<Lane> stuck = new HashSet<>();
        for (Waiting waiting : batch) {
            Lane lane = new Lane(waiting.message().topic(), waiting.message().key());
            Outcome outcome = outcomes.getOrDefault(waiting.id(), new Outcome.Unanswered());
            if (outcome instanceof Outcome.Refused refused) {
                parked.put(waiting.id(), refused.reason());
            } else if (outcome instanceof Outcome.Acknowledged && !stuck.contains(lane)) {
                sent.add(waiting.id());
            } else {
                stuck.add(lane);
                again.add(waiting.id());
            }
        }
        return new Settlement(sent, parked, again);
    }

    /** All of a batch can never be sent. */
    static Settlement parked(List<Waiting> batch, String reason) {
        Map<Long, String> parked = new LinkedHashMap<>();
        batch.forEach(waiting -> parked.put(waiting.id(), reason));
        return new Settlement(List.of(), parked, List.of());
    }
}
