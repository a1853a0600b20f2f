package se.nollan.rules.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.nollan.rules.measure.Given.*;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a region may ask for in its own follow-up, and that it stays there. */
class FollowUpTest {

    private static final RegionalRules NATIONAL = RegionalRules.of(RuleSet.of(Edition.V2_0));
    private static final ClosedQueueHours SEVEN_TO_SIX = new ClosedQueueHours(LocalTime.of(7, 0), LocalTime.of(18, 0));

    @ParameterizedTest
    @CsvSource({"06:59:59.999, 0", "07:00:00, 1", "18:00:00, 1", "18:00:00.001, 0"})
    void aRegionMayCountTheClosedQueueByItsOwnOpeningHours(String time, long counted) {
        Given closed = call("a", Contact.Kind.CLOSED).cameIn(time);
        assertThat(counts(NATIONAL.countingClosedQueue(SEVEN_TO_SIX), closed).counted())
                .isEqualTo(counted);
    }

    @Test
    void theEndOfItsOwnOpeningHoursFollowsTheReadingToo() {
        RuleSet endOutside = RuleSet.of(Edition.V2_0).with(Interpretation.CLOSED_END_INCLUSIVE, "false");
        RegionalRules rules = RegionalRules.of(endOutside).countingClosedQueue(SEVEN_TO_SIX);
        assertThat(counts(rules, call("a", Contact.Kind.CLOSED).cameIn("18:00")).counted())
                .isZero();
    }

    @Test
    void aRegionMayRequireMoreAttempts() {
        Given tried = callback("a").attempted("10:00", "11:00");
        assertThat(counts(NATIONAL.requiringAttempts(2), tried).hits()).isEqualTo(1);
        assertThat(counts(NATIONAL.requiringAttempts(3), tried).hits()).isZero();
    }

    @Test
    void aRegionMayFollowUpHowManyAreCalledBackWithinItsOwnTarget() {
        Given[] contacts = {
            callback("inTime").from("1").cameIn("09:00").answered("09:30"),
            callback("tried").from("2").cameIn("09:00").attempted("09:10").answered("12:00"),
            callback("marked").withheld().cameIn("09:00").markedDone("09:20"),
            callback("late").from("3").cameIn("09:00").answered("09:30:00.001"),
            callback("never").from("4"),
            callback("never again").from("4").cameIn("10:00"),
            callback("staff").from("5").madeBy(Contact.Origin.STAFF).answered("09:05"),
            call("queue", Contact.Kind.QUEUE).from("6").answered("09:01")
        };
        FollowUp.Count count = counts(NATIONAL.callingBackWithin(30), contacts);
        assertThat(count.callbacks()).isEqualTo(5);
        assertThat(count.withinTarget()).isEqualTo(3);
        assertThat(count.counted()).isEqualTo(6);
        assertThat(counts(NATIONAL, contacts).withinTarget())
                .as("without a target")
                .isZero();
    }

    @Test
    void withNothingOfItsOwnARegionGetsTheNationalFigure() {
        List<Contact> contacts = RandomContacts.of(23, 4_000);
        FollowUp followUp = followUp(NATIONAL, contacts);
        Evaluation national = national(contacts);
        assertThat(followUp.judgements()).isEqualTo(national.judgements());
        assertThat(followUp.unattributed()).isEqualTo(national.unattributed());
        assertThat(followUp.counts().stream().map(FollowUpTest::line).toList())
                .isEqualTo(national.tallies().stream().map(FollowUpTest::line).toList());
    }

    @Test
    void whatARegionAsksForChangesNoNationalFigure() {
        List<Contact> contacts = RandomContacts.of(29, 4_000);
        Evaluation before = national(contacts);
        RegionalRules own = NATIONAL.requiringAttempts(3).countingClosedQueue(SEVEN_TO_SIX);
        assertThat(followUp(own, contacts).judgements()).isNotEqualTo(before.judgements());
        assertThat(national(contacts)).isEqualTo(before);
        assertThat(own.national()).isEqualTo(RuleSet.of(Edition.V2_0));
    }

    @Test
    void everyEditionsNationalRulesAskForOneAttempt() {
        assertThat(Edition.ALL)
                .allSatisfy(edition -> assertThat(RuleSet.of(edition).reading(Interpretation.REQUIRED_ATTEMPTS))
                        .isEqualTo("1"));
    }

    @Test
    void whatCannotBeAskedForIsAnsweredWithWhatCan() {
        assertThatThrownBy(() -> NATIONAL.requiringAttempts(0)).hasMessageContaining("may be 1, 2, 3");
        assertThatThrownBy(() -> NATIONAL.requiringAttempts(21)).hasMessageContaining("may be 1, 2, 3");
        assertThatThrownBy(() -> NATIONAL.callingBackWithin(0)).hasMessageContaining("at least 1, not 0");
        assertThatThrownBy(() -> new ClosedQueueHours(LocalTime.of(17, 0), LocalTime.of(17, 0)))
                .hasMessageContaining("begin before they end");
        assertThat(NATIONAL.callingBackWithin(1).target()).isEqualTo(1);
    }

    private static FollowUp.Count counts(RegionalRules rules, Given... given) {
        List<Contact> contacts = new ArrayList<>();
        for (Given contact : given) {
            contacts.add(contact.contact());
        }
        return FollowUp.of(Vectors.REGISTER, PublicHolidays.sweden(), rules, contacts)
                .counts()
                .get(0);
    }

    private static FollowUp followUp(RegionalRules rules, List<Contact> contacts) {
        return FollowUp.of(RandomContacts.REGISTER, PublicHolidays.sweden(), rules, contacts);
    }

    private static Evaluation national(List<Contact> contacts) {
        return new Measure(RandomContacts.REGISTER, PublicHolidays.sweden(), RuleSet.of(Edition.V2_0))
                .evaluate(contacts);
    }

    private static String line(FollowUp.Count count) {
        return String.join(
                " ",
                count.unit(),
                count.date().toString(),
                count.channel().word(),
                count.contactsIn() + " " + count.hits() + "/" + count.counted());
    }

    private static String line(Tally tally) {
        return String.join(
                " ",
                tally.unit(),
                tally.date().toString(),
                tally.channel().word(),
                tally.contactsIn() + " " + tally.hits() + "/" + tally.counted());
    }
}
