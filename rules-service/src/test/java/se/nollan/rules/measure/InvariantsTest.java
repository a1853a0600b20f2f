package se.nollan.rules.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for any contacts under any rule set; the contacts are random, the seeds are not. */
class InvariantsTest {

    static Stream<RuleSet> ruleSets() {
        Stream<RuleSet> editions = Edition.ALL.stream().map(RuleSet::of);
        Stream<RuleSet> readings = Stream.of(Interpretation.values())
                .flatMap(i -> i.readings().stream().limit(3).map(reading -> RuleSet.of(Edition.V2_0)
                        .with(i, reading)));
        return Stream.concat(editions, readings);
    }

    @ParameterizedTest
    @MethodSource("ruleSets")
    void everyContactGetsOneDispositionAndTheCountsBalance(RuleSet rules) {
        List<Contact> contacts = RandomContacts.of(7, 4_000);
        Evaluation evaluation = measure(rules).evaluate(contacts);
        assertThat(evaluation.judgements().size() + evaluation.unattributed().size())
                .isEqualTo(contacts.size());
        long in = evaluation.tallies().stream().mapToLong(Tally::contactsIn).sum();
        assertThat(in).isEqualTo(evaluation.judgements().size());
    }

    @ParameterizedTest
    @MethodSource("ruleSets")
    void theOrderOfRowsDoesNotMatter(RuleSet rules) {
        List<Contact> contacts = RandomContacts.of(11, 3_000);
        List<Contact> shuffled = new ArrayList<>(contacts);
        Collections.shuffle(shuffled, new Random(3));
        assertThat(byId(measure(rules).evaluate(shuffled)))
                .isEqualTo(byId(measure(rules).evaluate(contacts)));
    }

    @ParameterizedTest
    @MethodSource("ruleSets")
    void aContactAddedNeverChangesAnotherUnitDay(RuleSet rules) {
        List<Contact> contacts = RandomContacts.of(13, 2_000);
        Contact added = contacts.remove(contacts.size() - 1);
        List<Contact> more = new ArrayList<>(contacts);
        more.add(added);
        Judgement judged = measure(rules).evaluate(List.of(added)).judgements().get(0);
        assertThat(elsewhere(measure(rules).evaluate(more), judged))
                .isEqualTo(elsewhere(measure(rules).evaluate(contacts), judged));
    }

    @ParameterizedTest
    @MethodSource("ruleSets")
    void whatAContactIsMergedIntoIsNotMergedItself(RuleSet rules) {
        Evaluation evaluation = measure(rules).evaluate(RandomContacts.of(17, 4_000));
        Map<ContactId, Disposition> dispositions = byId(evaluation);
        assertThat(evaluation.judgements()).allSatisfy(judgement -> {
            if (judgement.disposition() instanceof Disposition.Merged merged) {
                assertThat(dispositions.get(merged.into())).isNotInstanceOf(Disposition.Merged.class);
            }
        });
    }

    @Test
    void aTallyThatDoesNotBalanceCannotBeMade() {
        LocalDate day = LocalDate.of(2026, 10, 5);
        assertThatThrownBy(() -> new Tally(
                        "u", day, Channel.PHONE, 2, 1, 0, 0, 0, Map.of(Rule.P_C2, 1L), Map.of(), Map.of(), Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("do not balance");
    }

    @Test
    void aContactOfALineThatNoUnitHasIsKeptApart() {
        Evaluation evaluation = measure(RuleSet.of(Edition.V2_0))
                .evaluate(List.of(Given.callback("a").on("+46000").contact()));
        assertThat(evaluation.unattributed()).hasSize(1);
        assertThat(evaluation.tallies()).isEmpty();
    }

    private static Measure measure(RuleSet rules) {
        return new Measure(Vectors.REGISTER, PublicHolidays.sweden(), rules);
    }

    private static Map<ContactId, Disposition> byId(Evaluation evaluation) {
        return evaluation.judgements().stream()
                .collect(Collectors.toMap(j -> j.contact().id(), Judgement::disposition));
    }

    private static Map<ContactId, Disposition> elsewhere(Evaluation evaluation, Judgement than) {
        return evaluation.judgements().stream()
                .filter(j -> !j.unit().equals(than.unit()) || !j.date().equals(than.date()))
                .collect(Collectors.toMap(j -> j.contact().id(), Judgement::disposition));
    }
}
