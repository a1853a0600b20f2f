package se.nollan.rules.naive;

import static org.assertj.core.api.Assertions.assertThat;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.nollan.rules.measure.Contact;
import se.nollan.rules.measure.Disposition;
import se.nollan.rules.measure.Edition;
import se.nollan.rules.measure.Interpretation;
import se.nollan.rules.measure.Judgement;
import se.nollan.rules.measure.Measure;
import se.nollan.rules.measure.PublicHolidays;
import se.nollan.rules.measure.RandomContacts;
import se.nollan.rules.measure.RuleSet;

/**
 * The core and a naive second implementation of the same text agree on random contacts, under every edition, every reading and random
 * mixtures of both. {@code -Dnollan.agreement=1000000} asks for a million contacts under each.
 */
class AgreementTest {

    private static final int CONTACTS = Integer.getInteger("nollan.agreement", 30_000);
    private static final int MIXTURES = 12;
    private static final long SEED = 20_261_122;

    private static List<Contact> contacts;
    private static NaiveRules naive;

    @BeforeAll
    static void makeContacts() throws SQLException {
        contacts = RandomContacts.of(SEED, CONTACTS);
        naive = new NaiveRules(RandomContacts.UNITS, RandomContacts.LINES, holidays(), contacts);
    }

    @AfterAll
    static void close() throws SQLException {
        naive.close();
    }

    static Stream<RuleSet> ruleSets() {
        Stream<RuleSet> editions = Edition.ALL.stream().map(RuleSet::of);
        Stream<RuleSet> readings = Stream.of(Interpretation.values())
                .flatMap(i -> i.readings().stream().skip(1).limit(2).map(reading -> RuleSet.of(where(i))
                        .with(i, reading)));
        Random random = new Random(SEED);
        Stream<RuleSet> mixtures = Stream.generate(() -> mixture(random)).limit(MIXTURES);
        return Stream.of(editions, readings, mixtures).flatMap(all -> all);
    }

    /** I-12 matters before chat had its formula only. */
    private static Edition where(Interpretation interpretation) {
        return interpretation == Interpretation.CHAT_FROM ? Edition.named("1.5") : Edition.V2_0;
    }

    private static RuleSet mixture(Random random) {
        RuleSet rules = RuleSet.of(random.nextBoolean() ? Edition.V2_0 : one(Edition.ALL, random));
        for (Interpretation interpretation : Interpretation.values()) {
            List<String> readings = interpretation.readings();
            rules = rules.with(interpretation, one(readings.subList(0, Math.min(4, readings.size())), random));
        }
        return rules;
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    @ParameterizedTest
    @MethodSource("ruleSets")
    void bothSayTheSameOfEveryContact(RuleSet rules) throws SQLException {
        Map<String, String> core = new HashMap<>(CONTACTS * 2);
        new Measure(RandomContacts.REGISTER, PublicHolidays.sweden(), rules)
                .evaluate(contacts)
                .judgements()
                .forEach(judgement -> core.put(judgement.contact().id().id(), words(judgement)));
        List<String> differences = new ArrayList<>();
        int[] answers = {0};
        naive.answer(rules, (contact, unit, disposition) -> {
            answers[0]++;
            String words = unit + ": " + disposition;
            if (!words.equals(core.get(contact)) && differences.size() < 10) {
                differences.add(contact + " naively " + words + ", by the core " + core.get(contact));
            }
        });
        assertThat(differences).isEmpty();
        assertThat(answers[0]).as("contacts that a unit has").isEqualTo(core.size());
    }

    private static String words(Judgement judgement) {
        Disposition disposition = judgement.disposition();
        String words;
        if (disposition instanceof Disposition.Hit) {
            words = "HIT";
        } else if (disposition instanceof Disposition.Miss) {
            words = "MISS";
        } else if (disposition instanceof Disposition.Merged merged) {
            words = "MERGED " + merged.into().id();
        } else {
            words = "EXCLUDED " + disposition.rule().id();
        }
        return judgement.unit() + ": " + words;
    }

    /** An independent calendar, that counts the eves in; they are named apart here. */
    private static Map<LocalDate, Boolean> holidays() {
        HolidayManager calendar = HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN));
        Map<LocalDate, Boolean> holidays = new HashMap<>();
        for (int year = 2026; year <= 2027; year++) {
            calendar.getHolidays(Year.of(year))
                    .forEach(holiday -> holidays.put(holiday.getActualDate(), isEve(holiday.getActualDate())));
        }
        return holidays;
    }

    private static boolean isEve(LocalDate day) {
        LocalDate midsummerDay = day.plusDays(1);
        boolean beforeMidsummer = day.getDayOfWeek().getValue() == 5
                && midsummerDay.getMonthValue() == 6
                && midsummerDay.getDayOfMonth() >= 20
                && midsummerDay.getDayOfMonth() <= 26;
        MonthDay date = MonthDay.from(day);
        return beforeMidsummer || date.equals(MonthDay.of(12, 24)) || date.equals(MonthDay.of(12, 31));
    }
}
