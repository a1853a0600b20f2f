package se.nollan.ingest.deadletter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A dead letter as an operator sees it: where it came from and what was wrong, never what it says. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeadLetterBody(
        @Schema(examples = "12") long id,

        @Schema(description = "the topic it came by", examples = "contacts")
        String topic,

        @Schema(description = "the partition it came by; -1: not told", examples = "3")
        int partition,

        @Schema(description = "its offset there; -1: not told", examples = "4711")
        long offset,

        @Schema(description = "a unit, a unit's day or a submission; any other key is not shown") @Nullable String key,

        @Schema(description = "which service could not take it", examples = "rules-service")
        String service,

        @Schema(description = "its CloudEvents type", examples = "se.nollan.contacts.v1")
        String type,

        @Schema(
                description = "what was wrong with it, without any value from it",
                examples = "/slices/0/contacts/3/kind: is none of the words of the contract")
        String reason,

        @Schema(description = "what to do") String advice,

        @Schema(description = "bytes of its body", examples = "2048")
        long size,

        @Schema(description = "when it was put aside") Instant diedAt,

        @Schema(description = "whether it can be sent again as it is")
        boolean replayable,

        @Nullable Instant replayedAt,
        @Nullable String replayedBy) {

    static DeadLetterBody of(DeadLetterRepository.Kept kept) {
        var letter = kept.letter();
        var replayable = letter.again() != null;
        return new DeadLetterBody(
                kept.id(),
                letter.topic(),
                letter.from().partition(),
                letter.from().offset(),
                letter.shownKey(),
                letter.service(),
                letter.type(),
                letter.reason(),
                advice(letter.topic(), replayable, kept.replayedAt() != null),
                letter.body().length,
                letter.diedAt(),
                replayable,
                kept.replayedAt(),
                kept.replayedBy());
    }

    private static String advice(String topic, boolean replayable, boolean replayed) {
        if (replayed) {
            return "It was sent again. If it could still not be taken, it stands here once more, as another dead letter.";
        }
        if (!replayable) {
            return "It is no message of the contracts, and nobody can ever take it. Find who sent it; here it goes after its time.";
        }
        var otherwise =
                switch (topic) {
                    case "contacts" ->
                        " If the message itself is wrong, correct ingest-service and send its days again (POST /ingest/v1/replays).";
                    case "register" -> " If the message itself is wrong, correct the register and import it again.";
                    // Compacted: what is sent last is what the topic keeps of the key.
                    case "results", "submissions" ->
                        " If something newer of the same key has been taken since, leave it: nothing is missing, and the topic"
                                + " would keep the older one.";
                    default -> " If the message itself is wrong, correct the service that sends it.";
                };
        return "When the cause is gone in the service that could not take it, send it again (POST …/replay)."
                + otherwise;
    }
}
