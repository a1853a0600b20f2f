package se.nollan.rules.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IdentityTest {

    @Test
    void idsAreComparedByCodePointAlsoBeyondTheBasicPlane() {
        String fullwidth = "\uFF21";
        String emoji = "\uD83D\uDE00";
        assertThat(id(fullwidth)).isLessThan(id(emoji));
        assertThat(id("10")).isLessThan(id("9"));
        assertThat(id("1")).isLessThan(id("10"));
        assertThat(id("Z")).isLessThan(id("a"));
    }

    @Test
    void theSameIdOfTwoSystemsIsTwoContactsInAFixedOrder() {
        assertThat(new ContactId("p", "a", "1")).isLessThan(new ContactId("p", "b", "1"));
        assertThat(new ContactId("p", "a", "1")).isLessThan(new ContactId("q", "a", "1"));
    }

    @Test
    void aReadingThatDoesNotExistIsAnsweredWithThoseThatDo() {
        RuleSet rules = RuleSet.of(Edition.V2_0);
        assertThatThrownBy(() -> rules.with(Interpretation.REPEATED_HIT, "SOME"))
                .hasMessage("'repeatedHit' may be ANY, ALL, not 'SOME'.");
        assertThatThrownBy(() -> Interpretation.named("repeated")).hasMessageContaining("no switch 'repeated'");
    }

    @Test
    void theSwitchesOfTheDefaultsAreThoseOfTheContactFormat() {
        assertThat(RuleSet.of(Edition.V2_0).switches())
                .hasSize(14)
                .containsEntry("requiredAttempts", 1)
                .containsEntry("closedEndInclusive", true)
                .containsEntry("blockedBesideCase", "ANY_CASE");
    }

    @Test
    void ruleSetsAreTheSameIfEditionAndReadingsAre() {
        RuleSet rules = RuleSet.of(Edition.V2_0);
        RuleSet back = rules.with(Interpretation.REPEATED_HIT, "ALL").with(Interpretation.REPEATED_HIT, "ANY");
        assertThat(back).isEqualTo(rules).hasSameHashCodeAs(rules);
        assertThat(rules.edition()).isSameAs(Edition.V2_0);
        assertThat(rules).isNotEqualTo(rules.with(Interpretation.REPEATED_HIT, "ALL"));
        assertThat(rules).isNotEqualTo(RuleSet.of(Edition.named("1.9")));
        assertThat(rules.hashCode())
                .isNotEqualTo(RuleSet.of(Edition.named("1.9")).hashCode());
    }

    @Test
    void anInterpretationIsFoundByTheNameOfItsSwitch() {
        assertThat(Interpretation.named("untakenChat")).isEqualTo(Interpretation.UNTAKEN_CHAT);
        assertThat(Interpretation.UNTAKEN_CHAT.id()).isEqualTo("I-7");
    }

    @Test
    void everyRuleHasItsNumberAndASentenceInBothLanguages() {
        assertThat(Rule.values()).allSatisfy(rule -> {
            assertThat(rule.id()).isEqualTo(rule.name().replace('_', '-'));
            assertThat(rule.english()).endsWith(".");
            assertThat(rule.swedish()).endsWith(".").isNotEqualTo(rule.english());
        });
    }

    @Test
    void everyRuleNamesThePagesOfThePmButTheOneThatIsOurs() {
        assertThat(Rule.values())
                .filteredOn(rule -> !rule.pages().matches("[0-9]+([,–] ?[0-9]+)*"))
                .containsExactly(Rule.E_1);
    }

    private static ContactId id(String id) {
        return new ContactId("p", "s", id);
    }
}
