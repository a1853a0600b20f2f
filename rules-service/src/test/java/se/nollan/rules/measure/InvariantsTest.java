package se.nollan.rules.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    void evaluatingTwiceIsTheSame(RuleSet rules) {
        List<Contact> contacts = RandomContacts.of(12, 2_000);
        assertThat(measure(rules).evaluate(contacts)).isEqualTo(measure(rules).evaluate(contacts));
    }

    @ParameterizedTest
    @MethodSource("ruleSets")
    void aContactAddedNeverChangesAnotherUnitDay(RuleSet rules) {
        List<Contact> contacts = RandomContacts.of(13, 2_000);
        Map<ContactId, Judgement> with = judgements(measure(rules).evaluate(contacts));
        for (int i = 0; i < contacts.size(); i += 97) {
            List<Contact> fewer = new ArrayList<>(contacts);
            Contact added = fewer.remove(i);
            Judgement own = with.get(added.id());
            assertThat(elsewhere(judgements(measure(rules).evaluate(fewer)), own))
                    .as("with and without %s", added.id())
                    .isEqualTo(elsewhere(with, own));
        }
    }

    @ParameterizedTest
    @MethodSource("ruleSets")
    void aSliceSplitAndJoinedAgainIsTheSame(RuleSet rules) {
        List<Contact> contacts = RandomContacts.of(19, 3_000);
        Random random = new Random(5);
        Map<String, List<Contact>> parts = contacts.stream()
                .collect(Collectors.groupingBy(contact ->
                        contact.line() + " " + Day.of(contact.createdAt()).date() + " " + random.nextInt(2)));
        List<Contact> joined = parts.values().stream().flatMap(List::stream).toList();
        Evaluation whole = measure(rules).evaluate(contacts);
        assertThat(byId(measure(rules).evaluate(joined))).isEqualTo(byId(whole));
        assertThat(measure(rules).evaluate(joined).tallies()).isEqualTo(whole.tallies());
    }

    @ParameterizedTest
    @MethodSource("ruleSets")
    void unitsThatShareNoContactMayBeEvaluatedApart(RuleSet rules) {
        List<Contact> contacts = RandomContacts.of(21, 3_000);
        Map<ContactId, Judgement> together = judgements(measure(rules).evaluate(contacts));
        Map<ContactId, Disposition> apart = new HashMap<>();
        contacts.stream()
                .filter(contact -> together.containsKey(contact.id()))
                .collect(Collectors.groupingBy(
                        contact -> together.get(contact.id()).unit()))
                .values()
                .forEach(ofOneUnit -> apart.putAll(byId(measure(rules).evaluate(ofOneUnit))));
        assertThat(apart).isEqualTo(byId(measure(rules).evaluate(contacts)));
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

    private static Measure measure(RuleSet rules) {
        return new Measure(RandomContacts.REGISTER, PublicHolidays.sweden(), rules);
    }

    private static Map<ContactId, Disposition> byId(Evaluation evaluation) {
        return evaluation.judgements().stream()
                .collect(Collectors.toMap(j -> j.contact().id(), Judgement::disposition));
    }

    private static Map<ContactId, Judgement> judgements(Evaluation evaluation) {
        return evaluation.judgements().stream()
                .collect(Collectors.toMap(j -> j.contact().id(), judgement -> judgement));
    }

    private static List<Judgement> elsewhere(Map<ContactId, Judgement> judgements, @Nullable Judgement than) {
        return judgements.values().stream()
                .filter(j -> than == null
                        || !j.unit().equals(than.unit())
                        || !j.date().equals(than.date()))
                .sorted(Comparator.comparing(j -> j.contact().id()))
                .toList();
    }
}
