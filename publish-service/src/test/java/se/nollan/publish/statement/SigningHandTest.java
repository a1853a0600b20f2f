package se.nollan.publish.statement;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SigningHandTest {
    private static final AuditStamp ANNA = by("people", "anna.berg");
    private static final AuditStamp BO = by("people", "bo.lindgren");
    private static final AuditStamp SYSTEM = by("coordinator-23", null);

    @Test
    @DisplayName("Where a person must sign, a system may not; a person may sign what a system has drafted")
    void aPersonSigns() {
        var hand = new SigningHand(true, false);

        refused(hand, ANNA, SYSTEM, "signed by a person");
        taken(hand, SYSTEM, ANNA);
        taken(hand, ANNA, ANNA);
        taken(new SigningHand(false, false), SYSTEM, SYSTEM);
    }

    @Test
    @DisplayName("With four eyes who drafted does not sign, by whatever client; another one does")
    void fourEyes() {
        var hand = new SigningHand(true, true);

        refused(hand, ANNA, ANNA, "another coordinator");
        refused(hand, ANNA, by("another-client", "anna.berg"), "another coordinator");
        taken(hand, ANNA, BO);
        taken(hand, SYSTEM, ANNA);
        refused(new SigningHand(false, true), SYSTEM, SYSTEM, "another coordinator");
        taken(new SigningHand(false, true), SYSTEM, by("another-client", null));
    }

    private static void taken(SigningHand hand, AuditStamp drafted, AuditStamp by) {
        assertThatCode(() -> hand.check(drafted, by)).doesNotThrowAnyException();
    }

    private static void refused(SigningHand hand, AuditStamp drafted, AuditStamp by, String why) {
        assertThatThrownBy(() -> hand.check(drafted, by))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(why);
    }

    private static AuditStamp by(String client, @Nullable String user) {
        return new AuditStamp(Instant.EPOCH, client, user);
    }
}
