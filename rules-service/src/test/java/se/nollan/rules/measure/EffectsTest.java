package se.nollan.rules.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static se.nollan.rules.measure.Given.OTHER_UNIT;
import static se.nollan.rules.measure.Given.UNIT;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each other reading of the interpretations would give. */
class EffectsTest {

    private static final RuleSet DEFAULTS = RuleSet.of(Edition.V2_0);

    static Stream<RuleSet> ruleSets() {
        return Stream.concat(
                InvariantsTest.ruleSets(), Stream.of(RuleSet.of(Edition.V2_0.without(Rule.P_X5, Rule.P_X4))));
    }

    @Test
    @DisplayName(
            "I-1, I-2: a number with one case completed and one not counts twice, or is no hit, by the other readings")
    void severalCases() {
        assertThat(effects(
                        Given.callback("a").answered("10:00"),
                        Given.callback("b").cameIn("11:00")))
                .containsExactly("I-1 COUNT_EACH 0/+1", "I-2 ALL -1/0");
    }

    @Test
    @DisplayName("I-3: a blocked call before a day that the patient chose counts")
    void blockedBeforeAChosenDay() {
        assertThat(effects(
                        Given.call("a", Contact.Kind.FULL),
                        Given.callback("b").cameIn("11:00").offeredTodayButChose("2026-10-07")))
                .contains("I-3 COUNT 0/+1");
    }

    @Test
    @DisplayName("I-4: a call to a closed queue at 17.00.00 sharp does not count")
    void atFiveSharp() {
        assertThat(effects(Given.call("a", Contact.Kind.CLOSED).cameIn("17:00")))
                .containsExactly("I-4 false 0/-1");
        assertThat(effects(Given.call("a", Contact.Kind.CLOSED).cameIn("16:59")))
                .isEmpty();
    }

    @Test
    @DisplayName("I-5: midsommarafton counts like any Friday")
    void onAnEve() {
        assertThat(effects(Given.callback("a").cameIn("2026-06-19T09:00").answered("2026-06-19T10:00")))
                .containsExactly("I-5 false +1/+1");
    }

    @Test
    @DisplayName("I-6: two attempts are enough where two are required, and too few where three are")
    void attempts() {
        assertThat(effects(Given.callback("a").attempted("10:00", "11:00"))).containsExactly("I-6 3 -1/0");
        assertThat(effects(Given.callback("a").attempted("10:00"))).containsExactly("I-6 2 -1/0", "I-6 3 -1/0");
    }

    @Test
    @DisplayName(
            "I-7: a chat that nobody took moves from the unit that holds it to the first, also where the first has none")
    void anUntakenChatMoves() {
        List<Effect> effects = effects(
                Vectors.REGISTER,
                DEFAULTS,
                List.of(Given.chat("a").handedOverFrom(Given.OTHER_CHAT).contact()));
        LocalDate day = LocalDate.of(2026, 10, 5);
        assertThat(effects)
                .containsExactly(
                        new Effect(UNIT, day, Channel.CHAT, Interpretation.UNTAKEN_CHAT, "FIRST_UNIT", 0, -1),
                        new Effect(OTHER_UNIT, day, Channel.CHAT, Interpretation.UNTAKEN_CHAT, "FIRST_UNIT", 0, 1));
    }

    @Test
    @DisplayName("I-8: chats that state no problem count each")
    void chatsWithoutProblem() {
        assertThat(effects(Given.chat("a"), Given.chat("b").cameIn("11:00"))).containsExactly("I-8 PER_CASE 0/+1");
    }

    @Test
    @DisplayName("I-9: a blocked call beside a case that was not completed counts, by both other readings")
    void blockedBesideACase() {
        assertThat(effects(
                        Given.call("a", Contact.Kind.FULL), Given.callback("b").cameIn("11:00")))
                .containsExactly("I-9 COMPLETED_CASE 0/+1", "I-9 AFTER_CONTACT 0/+1");
    }

    @Test
    @DisplayName("I-10: who left with a known number is a miss")
    void aborted() {
        assertThat(effects(Given.call("a", Contact.Kind.ABORTED))).containsExactly("I-10 MISS 0/+1");
        assertThat(effects(Given.call("a", Contact.Kind.ABORTED).withheld())).isEmpty();
    }

    @Test
    @DisplayName("I-11: a chat cancelled on a later day stays in")
    void cancelledLater() {
        assertThat(effects(Given.chat("a").cancelled("2026-10-06T09:00", Contact.Ender.PATIENT)))
                .containsExactly("I-11 SAME_DAY 0/+1");
    }

    @Test
    @DisplayName("I-12: an edition of the broader model before chat had its formula measures chat by the other reading")
    void chatByTheModel() {
        List<Contact> chat = List.of(Given.chat("a").answered("10:00").contact());
        LocalDate day = LocalDate.of(2026, 10, 5);
        assertThat(effects(Vectors.REGISTER, RuleSet.of(Edition.named("1.7")), chat))
                .containsExactly(new Effect(UNIT, day, Channel.CHAT, Interpretation.CHAT_FROM, "MODEL", 1, 1));
        assertThat(effects(Vectors.REGISTER, RuleSet.of(Edition.SKR_2010), chat))
                .isEmpty();
        assertThat(effects(Vectors.REGISTER, DEFAULTS, chat)).isEmpty();
    }

    @Test
    @DisplayName("I-13: a withheld number's callback that nobody completed is left out")
    void withheldUndone() {
        assertThat(effects(Given.callback("a").withheld())).containsExactly("I-13 EXCLUDE 0/-1");
        assertThat(effects(Given.callback("a").withheld().markedDone("10:00"))).isEmpty();
        assertThat(effects(Given.callback("a"))).isEmpty();
    }

    @Test
    @DisplayName("I-14: a chat that started after midnight is a hit within 24 hours")
    void chatWithin24Hours() {
        assertThat(effects(Given.chat("a").answered("2026-10-06T08:00"))).containsExactly("I-14 HOURS_24 +1/0");
        assertThat(effects(Given.chat("a").answered("2026-10-06T12:00"))).isEmpty();
    }

    @Test
    void whatNoReadingTouchesHasNoEffects() {
        assertThat(effects(
                        Given.callback("a").answered("10:00"),
                        Given.call("b", Contact.Kind.FULL).from("somebody else")))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("ruleSets")
    @DisplayName("Judging only the callers in doubt gives the difference that judging everybody anew gives")
    void whatIsSkippedCannotMatter(RuleSet rules) {
        List<Contact> contacts = RandomContacts.of(1, 3_000);
        assertThat(byText(effects(RandomContacts.REGISTER, rules, contacts)))
                .isEqualTo(byEvaluatingAll(rules, contacts));
        fewAtATime(contacts).forEach(few -> assertThat(byText(effects(RandomContacts.REGISTER, rules, few)))
                .isEqualTo(byEvaluatingAll(rules, few)));
    }

    /** Contacts of one day and caller side by side, three at a time: where a single one decides whether a reading matters. */
    private static Stream<List<Contact>> fewAtATime(List<Contact> contacts) {
        List<Contact> sorted = contacts.stream()
                .sorted(Comparator.comparing(
                                (Contact contact) -> Day.of(contact.createdAt()).date())
                        .thenComparing(Contact::channel)
                        .thenComparing(contact -> String.valueOf(contact.contact())))
                .toList();
        return IntStream.range(0, sorted.size() / 3).mapToObj(i -> sorted.subList(3 * i, 3 * i + 3));
    }

    @Test
    void theRandomContactsMakeEveryInterpretationMatter() {
        Set<Interpretation> seen = Stream.of(DEFAULTS, RuleSet.of(Edition.named("1.5")))
                .flatMap(rules -> effects(RandomContacts.REGISTER, rules, RandomContacts.of(1, 3_000)).stream())
                .map(Effect::interpretation)
                .collect(Collectors.toSet());
        assertThat(seen).isEqualTo(EnumSet.allOf(Interpretation.class));
    }

    private static Map<String, String> byEvaluatingAll(RuleSet rules, List<Contact> contacts) {
        Map<String, String> expected = new TreeMap<>();
        Map<String, Tally> asRead = tallies(rules, contacts);
        for (Interpretation interpretation : Interpretation.values()) {
            for (String reading : Effects.otherReadings(interpretation, rules)) {
                Map<String, Tally> otherwise = tallies(rules.with(interpretation, reading), contacts);
                Stream.concat(asRead.keySet().stream(), otherwise.keySet().stream())
                        .distinct()
                        .forEach(key -> {
                            long hits = hits(otherwise.get(key)) - hits(asRead.get(key));
                            long counted = counted(otherwise.get(key)) - counted(asRead.get(key));
                            if (hits != 0 || counted != 0) {
                                expected.put(key + " " + interpretation + " " + reading, hits + "/" + counted);
                            }
                        });
            }
        }
        return expected;
    }

    private static Map<String, Tally> tallies(RuleSet rules, List<Contact> contacts) {
        return new Measure(RandomContacts.REGISTER, PublicHolidays.sweden(), rules)
                .evaluate(contacts).tallies().stream()
                        .collect(Collectors.toMap(t -> t.unit() + " " + t.date() + " " + t.channel(), t -> t));
    }

    private static long hits(Tally tally) {
        return tally == null ? 0 : tally.hits();
    }

    private static long counted(Tally tally) {
        return tally == null ? 0 : tally.counted();
    }

    private static Map<String, String> byText(List<Effect> effects) {
        Map<String, String> byText = new TreeMap<>();
        effects.forEach(e -> byText.put(
                e.unit() + " " + e.date() + " " + e.channel() + " " + e.interpretation() + " " + e.reading(),
                e.hits() + "/" + e.counted()));
        return byText;
    }

    private static List<String> effects(Given... contacts) {
        return effects(
                        Vectors.REGISTER,
                        DEFAULTS,
                        Arrays.stream(contacts).map(Given::contact).toList())
                .stream()
                .map(e -> e.interpretation().id() + " " + e.reading() + " " + signed(e.hits()) + "/"
                        + signed(e.counted()))
                .toList();
    }

    private static List<Effect> effects(Register register, RuleSet rules, List<Contact> contacts) {
        Evaluation asRead = new Measure(register, PublicHolidays.sweden(), rules).evaluate(contacts);
        return new Effects(register, PublicHolidays.sweden(), rules).of(asRead);
    }

    private static String signed(long by) {
        return by > 0 ? "+" + by : Long.toString(by);
    }
}
