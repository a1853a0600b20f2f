package se.nollan.rules.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static se.nollan.rules.measure.Given.*;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How an edition is added, shown by one that nobody has published: what begins, what ends, what is worded anew, what is settled. */
class NewEditionTest {

    private final Edition v21 = Edition.V2_0
            .then("2.1", "2027-03-01")
            .rewording(Rule.P_X6, entry -> entry.contact.caller() == Contact.Caller.COLLEAGUE)
            .without(Rule.P_X8)
            .settling(Interpretation.REPEATED_CASES, "COUNT_EACH");

    private final RuleSet rules = RuleSet.of(v21);

    @Test
    void itIsInForceFromTheFirstWholeMonthAfterItsDate() {
        List<Edition> editions = new ArrayList<>(Edition.ALL);
        editions.add(v21);
        assertThat(Edition.of(YearMonth.of(2027, 2), editions)).isSameAs(Edition.V2_0);
        assertThat(Edition.of(YearMonth.of(2027, 3), editions)).isSameAs(v21);
    }

    @Test
    void anExclusionWordedAnewFitsOtherContactsAndKeepsItsPlaceInTheOrder() {
        Given colleague = callback("colleague").from("1").caller(Contact.Caller.COLLEAGUE);
        Given municipality = callback("municipality").from("2").caller(Contact.Caller.MUNICIPALITY);
        Given staff = callback("staff").madeBy(Contact.Origin.STAFF).caller(Contact.Caller.COLLEAGUE);
        assertThat(judged(rules, colleague, municipality, staff))
                .isEqualTo(Map.of("colleague", "EXCLUDED P-X6", "municipality", "MISS P-C2", "staff", "EXCLUDED P-X5"));
    }

    @Test
    void aRuleThatEndsIsInForceNoMore() {
        assertThat(judged(rules, call("a", Contact.Kind.CLOSED).madeBy(Contact.Origin.WEB)))
                .containsEntry("a", "MISS P-U3");
    }

    @Test
    void aReadingThatItSettlesIsItsDefaultAndCanStillBeAskedOtherwise() {
        Given[] twice = {callback("a").answered("10:00"), callback("b").cameIn("11:00")};
        assertThat(judged(rules, twice)).isEqualTo(Map.of("a", "HIT P-C2", "b", "MISS P-C2"));
        assertThat(judged(rules.with(Interpretation.REPEATED_CASES, "COUNT_ONCE"), twice))
                .containsEntry("b", "MERGED P-U2 into a");
    }

    @Test
    void itNamesItselfInTheRuleSet() {
        assertThat(rules.toString()).startsWith("2.1 {repeatedCases=COUNT_EACH");
        assertThat(v21.from()).hasToString("2027-03-01");
    }

    @Test
    void whatCarriesOverItTakesToTheNextOne() {
        Edition next = v21.then("2.2", "2027-06-01", Rule.P_X8);
        assertThat(next.rules()).isEqualTo(Edition.V2_0.rules());
        assertThat(judged(RuleSet.of(next), callback("a").caller(Contact.Caller.MUNICIPALITY)))
                .containsEntry("a", "MISS P-C2");
        assertThat(next.defaultReading(Interpretation.REPEATED_CASES)).isEqualTo("COUNT_EACH");
    }

    @Test
    void severalThingsMayBeWordedAnewAndSettledAtOnce() {
        Edition more = v21.rewording(Rule.P_X4, entry -> false).settling(Interpretation.EVES_ARE_HOLIDAYS, "false");
        assertThat(judged(
                        RuleSet.of(more),
                        call("video", Contact.Kind.VIDEO).from("1"),
                        callback("municipality").from("2").caller(Contact.Caller.MUNICIPALITY),
                        callback("eve").from("3").cameIn("2026-12-24T09:00")))
                .isEqualTo(Map.of("video", "MISS P-C2", "municipality", "MISS P-C2", "eve", "MISS P-C2"));
        assertThat(more.defaultReading(Interpretation.REPEATED_CASES)).isEqualTo("COUNT_EACH");
    }

    @Test
    void theEditionsBeforeItStayAsTheyWere() {
        assertThat(judged(callback("a").caller(Contact.Caller.MUNICIPALITY))).containsEntry("a", "EXCLUDED P-X6");
        assertThat(Edition.V2_0.defaultReading(Interpretation.REPEATED_CASES)).isEqualTo("COUNT_ONCE");
        assertThat(Edition.V2_0.rules()).contains(Rule.P_X8);
    }
}
