package se.nollan.rules.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Contact.Kind;
import se.nollan.rules.measure.ContactId;
import se.nollan.rules.measure.Counts;
import se.nollan.rules.measure.Disposition;
import se.nollan.rules.measure.Disposition.Excluded;
import se.nollan.rules.measure.Disposition.Hit;
import se.nollan.rules.measure.Disposition.Miss;
import se.nollan.rules.measure.Edition;
import se.nollan.rules.measure.Judgement;
import se.nollan.rules.measure.Rule;

class FormulaTest {

    private final List<Judgement> judgements = new ArrayList<>();

    private FormulaTest and(int times, Kind kind, Disposition disposition) {
        boolean chat = kind == Kind.BOOKED;
        for (int i = 0; i < times; i++) {
            judgements.add(new Judgement(
                    new Contact(
                            new ContactId("p", "s", kind + "" + judgements.size()),
                            "line",
                            chat ? Channel.CHAT : Channel.PHONE,
                            kind,
                            Contact.Origin.PATIENT,
                            Contact.Caller.PATIENT,
                            null,
                            null,
                            0,
                            Contact.NONE,
                            Contact.NO_ATTEMPTS,
                            Contact.NONE,
                            false,
                            null,
                            Contact.NONE,
                            null,
                            null),
                    "unit",
                    LocalDate.EPOCH,
                    disposition));
        }
        return this;
    }

    private Formula formula(Channel channel, String edition) {
        return Formula.of(channel, Edition.named(edition), judgements);
    }

    @Test
    void everyCountedContactIsInOneTermAndTheOthersInNone() {
        and(3, Kind.CALLBACK, new Hit(Rule.P_C2)).and(1, Kind.QUEUE, new Miss(Rule.P_C1));
        and(2, Kind.FULL, new Miss(Rule.P_U3)).and(1, Kind.CLOSED, new Miss(Rule.P_U4));
        and(5, Kind.CLOSED, new Excluded(Rule.P_X9));

        Formula formula = formula(Channel.PHONE, "2.0");

        assertThat(formula.sv())
                .isEqualTo("3 träffar / (4 ärenden + 2 unika samtal till fylld kö + 1 unika samtal till stängd kö"
                        + " 08.00–17.00) = 0,4286");
        assertThat(formula.en())
                .isEqualTo("3 hits / (4 cases + 2 unique calls to a full queue + 1 unique calls to a closed queue"
                        + " 08.00–17.00) = 0.4286");
        assertThat(formula.counted()).isEqualTo(7);
    }

    @Test
    void aShareIsRoundedHalfUp() {
        and(1, Kind.CALLBACK, new Hit(Rule.P_C2)).and(31, Kind.CALLBACK, new Miss(Rule.P_C2));

        assertThat(formula(Channel.PHONE, "2.0").en()).endsWith("= 0.0313");
    }

    @Test
    void nothingCountedGivesNoShareAndNotNought() {
        and(2, Kind.VOICEMAIL, new Excluded(Rule.P_X3));

        assertThat(formula(Channel.PHONE, "2.0").sv()).endsWith("inget räknat, ingen andel");
        assertThat(Counts.NONE.share()).isNull();
    }

    @Test
    void beforeUniquenessBlockedCallsAreNotCalledUnique() {
        and(2, Kind.FULL, new Miss(Rule.P_U3));

        assertThat(formula(Channel.PHONE, "1.3").en()).contains("2 calls to a full queue");
        assertThat(formula(Channel.PHONE, "1.4").en()).contains("2 unique calls to a full queue");
    }

    @Test
    void theModelOf2010CountsCasesAndVoicemailOnly() {
        and(3, Kind.VOICEMAIL, new Hit(Rule.P_X3)).and(1, Kind.CALLBACK, new Miss(Rule.P_C4));

        assertThat(formula(Channel.PHONE, "skr-2010").sv())
                .isEqualTo("3 träffar / (1 ärenden + 3 meddelanden i röstbrevlåda) = 0,7500");
    }

    @Test
    void theTotalIsMadeFromTheSumsOfBothChannels() {
        and(1, Kind.CALLBACK, new Hit(Rule.P_C2)).and(9, Kind.CALLBACK, new Miss(Rule.P_C2));
        Formula phone = formula(Channel.PHONE, "2.0");
        judgements.clear();
        and(2, Kind.BOOKED, new Hit(Rule.C_2));
        Formula chat = formula(Channel.CHAT, "2.0");

        assertThat(chat.en()).isEqualTo("2 hits / 2 chat cases = 1.0000");
        assertThat(Formula.total(phone, chat).en()).isEqualTo("(1 + 2) hits / (10 by phone + 2 by chat) = 0.2500");
    }
}
