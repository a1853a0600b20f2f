package se.nollan.rules.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.nollan.rules.measure.Given.*;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @ParameterizedTest
    @EnumSource(Rule.class)
    void aRuleThatEndsChangesADispositionOrIsRefused(Rule rule) {
        Edition without;
        try {
            without = Edition.V2_0.without(rule);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining(rule.id());
            return;
        }
        assertThat(judgements(without)).isNotEqualTo(judgements(Edition.V2_0));
        assertThat(without.rules()).doesNotContain(rule);
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void anExclusionThatFitsNobodyLeavesNoContactOutByItOrIsRefused(Rule rule) {
        Edition reworded;
        try {
            reworded = Edition.V2_0.rewording(rule, entry -> false);
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageContaining(rule.id());
            return;
        }
        List<String> words = judgements(reworded);
        assertThat(words)
                .isNotEqualTo(judgements(Edition.V2_0))
                .noneMatch(word -> word.endsWith("EXCLUDED " + rule.id()));
    }

    @Test
    void onlyWhatIsKnownToBeExpressibleIsNotRefused() {
        assertThat(Stream.of(Rule.P_C1, Rule.P_C4, Rule.P_U2, Rule.C_U1, Rule.C_H1, Rule.P_X7, Rule.S_1))
                .allSatisfy((Rule rule) -> assertThatThrownBy(() -> Edition.V2_0.without(rule))
                        .isInstanceOf(IllegalArgumentException.class));
        assertThatThrownBy(() -> Edition.named("1.2").rewording(Rule.P_X4, entry -> true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aVideoCallThatIsNotLeftOutIsCompletedAsACallbackIs() {
        RuleSet videoCounts = RuleSet.of(Edition.V2_0.rewording(Rule.P_X4, entry -> false));
        assertThat(judged(videoCounts, call("a", Contact.Kind.VIDEO).answered("10:00")))
                .containsEntry("a", "HIT P-C2");
    }

    private static List<String> judgements(Edition edition) {
        return new Measure(RandomContacts.REGISTER, PublicHolidays.sweden(), RuleSet.of(edition))
                .evaluate(RandomContacts.of(7, 30_000)).judgements().stream()
                        .map(judgement -> judgement.contact().id().id() + " " + judgement.unit() + " "
                                + words(judgement.disposition()))
                        .toList();
    }

    private static String words(Disposition disposition) {
        return disposition instanceof Disposition.Excluded
                ? "EXCLUDED " + disposition.rule().id()
                : disposition.toString();
    }

    @Test
    void theEditionsBeforeItStayAsTheyWere() {
        assertThat(judged(callback("a").caller(Contact.Caller.MUNICIPALITY))).containsEntry("a", "EXCLUDED P-X6");
        assertThat(Edition.V2_0.defaultReading(Interpretation.REPEATED_CASES)).isEqualTo("COUNT_ONCE");
        assertThat(Edition.V2_0.rules()).contains(Rule.P_X8);
    }
}
