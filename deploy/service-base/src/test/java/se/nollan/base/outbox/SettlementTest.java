package se.nollan.base.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import se.nollan.base.outbox.Settlement.Outcome;

class SettlementTest {

    private static final Outcome ACKNOWLEDGED = new Outcome.Acknowledged();
    private static final Outcome UNANSWERED = new Outcome.Unanswered();

    private static Waiting waiting(long id, String key) {
        return new Waiting(id, Message.of("contacts", key, "contacts", "{}"));
    }

    private static final List<Waiting> BATCH = List.of(waiting(1, "a"), waiting(2, "b"), waiting(3, "a"));

    @Test
    void whatIsAcknowledgedIsDone() {
        Settlement settlement = Settlement.of(BATCH, Map.of(1L, ACKNOWLEDGED, 2L, ACKNOWLEDGED, 3L, ACKNOWLEDGED));
        assertThat(settlement.sent()).containsExactly(1L, 2L, 3L);
        assertThat(settlement.again()).isEmpty();
    }

    @Test
    void whatComesAfterAnUnansweredMessageOfItsKeyIsSentAgainBehindIt() {
        Settlement settlement = Settlement.of(BATCH, Map.of(1L, UNANSWERED, 2L, ACKNOWLEDGED, 3L, ACKNOWLEDGED));
        assertThat(settlement.sent()).containsExactly(2L);
        assertThat(settlement.again()).containsExactly(1L, 3L);
    }

    @Test
    void whatTheBrokerWasSilentOnIsSentAgain() {
        assertThat(Settlement.of(BATCH, Map.of(2L, ACKNOWLEDGED)).again()).containsExactly(1L, 3L);
    }

    @Test
    void theSameKeyInAnotherTopicIsAnotherLane() {
        List<Waiting> batch = List.of(
                new Waiting(1, Message.of("contacts", "a", "contacts", "{}")),
                new Waiting(2, Message.of("progress", "a", "progress", "{}")));
        assertThat(Settlement.of(batch, Map.of(1L, UNANSWERED, 2L, ACKNOWLEDGED))
                        .sent())
                .containsExactly(2L);
    }

    @Test
    void whatIsRefusedIsParkedWithTheReasonAndHoldsNothingUp() {
        Settlement settlement =
                Settlement.of(BATCH, Map.of(1L, new Outcome.Refused("too large"), 2L, ACKNOWLEDGED, 3L, ACKNOWLEDGED));
        assertThat(settlement.parked()).containsExactly(Map.entry(1L, "too large"));
        assertThat(settlement.sent()).containsExactly(2L, 3L);
    }
}
