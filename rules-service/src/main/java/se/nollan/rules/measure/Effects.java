package se.nollan.rules.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The effect of each interpretation: the same contacts under each other reading, one at a time, as a difference.
 *
 * <p>A contact is judged together with the other contacts of its number or individual and with nothing else, so only those callers need
 * be judged anew for whom a reading can matter ({@link Doubt}): their difference is that of the whole. May be used by several threads.
 */
public final class Effects {

    /** I-6 asks for any number of attempts up to twenty; two other readings show where it leads. */
    private static final int MOST_ATTEMPTS = 3;

    private static final Comparator<Effect> ORDER = Comparator.comparing(Effect::unit)
            .thenComparing(Effect::date)
            .thenComparing(Effect::channel)
            .thenComparing(Effect::interpretation)
            .thenComparing(effect -> effect.interpretation().readings().indexOf(effect.reading()));

    private record Key(String unit, LocalDate date, Channel channel) {}

    /** Hits and counted contacts of those in doubt. */
    private static final class Counts {
        private final Map<Key, long[]> counts = new HashMap<>();

        void add(Judgement judgement) {
            boolean hit = judgement.disposition() instanceof Disposition.Hit;
            if (hit || judgement.disposition() instanceof Disposition.Miss) {
                add(
                        counts,
                        new Key(
                                judgement.unit(),
                                judgement.date(),
                                judgement.contact().channel()),
                        hit ? 1 : 0,
                        1);
            }
        }

        /** How far it is from these counts to others. */
        Map<Key, long[]> to(List<Tally> others) {
            Map<Key, long[]> difference = new HashMap<>();
            counts.forEach((key, counts) -> add(difference, key, -counts[0], -counts[1]));
            others.forEach(tally -> add(
                    difference, new Key(tally.unit(), tally.date(), tally.channel()), tally.hits(), tally.counted()));
            return difference;
        }

        private static void add(Map<Key, long[]> sums, Key key, long hits, long counted) {
            long[] sum = sums.computeIfAbsent(key, none -> new long[2]);
            sum[0] += hits;
            sum[1] += counted;
        }
    }

    private final Register register;
    private final PublicHolidays calendar;
    private final RuleSet rules;

    public Effects(Register register, PublicHolidays calendar, RuleSet rules) {
        this.register = register;
        this.calendar = calendar;
        this.rules = rules;
    }

    /** The readings that are not the rule set's own; of I-6 those of one to three attempts. */
    public static List<String> otherReadings(Interpretation interpretation, RuleSet rules) {
        List<String> others = new ArrayList<>(interpretation.readings());
        others.remove(rules.reading(interpretation));
        if (interpretation == Interpretation.REQUIRED_ATTEMPTS) {
            others.removeIf(attempts -> Integer.parseInt(attempts) > MOST_ATTEMPTS);
        }
        return others;
    }

    /**
     * Every difference that is not nothing, by unit, day, channel, interpretation and reading. A unit may have one on a day on which none
     * of its contacts came in as they are read (I-7).
     *
     * @param asRead what this rule set made of the contacts
     */
    public List<Effect> of(Evaluation asRead) {
        List<Contact> contacts = new ArrayList<>(asRead.judgements().size());
        asRead.judgements().forEach(judgement -> contacts.add(judgement.contact()));
        contacts.addAll(asRead.unattributed());
        Doubt[] doubts = doubts(contacts);
        List<Effect> effects = new ArrayList<>();
        for (Interpretation interpretation : Interpretation.values()) {
            if (!rules.edition().leavesOpen(interpretation)) {
                continue;
            }
            List<Contact> some = new ArrayList<>();
            Counts counts = new Counts();
            for (int i = 0; i < doubts.length; i++) {
                if (doubts[i].isAbout(interpretation)) {
                    some.add(contacts.get(i));
                    if (i < asRead.judgements().size()) {
                        counts.add(asRead.judgements().get(i));
                    }
                }
            }
            if (!some.isEmpty()) {
                addEffects(effects, interpretation, some, counts);
            }
        }
        effects.sort(ORDER);
        return effects;
    }

    private void addEffects(List<Effect> effects, Interpretation interpretation, List<Contact> some, Counts asRead) {
        for (String reading : otherReadings(interpretation, rules)) {
            RuleSet otherwise = rules.with(interpretation, reading);
            List<Tally> tallies = new Measure(register, calendar, otherwise)
                    .judge(some)
                    .unitDays()
                    .map(ChannelDay::tally)
                    .toList();
            asRead.to(tallies).forEach((key, by) -> {
                if (by[0] != 0 || by[1] != 0) {
                    effects.add(new Effect(key.unit, key.date, key.channel, interpretation, reading, by[0], by[1]));
                }
            });
        }
    }

    private Doubt[] doubts(List<Contact> contacts) {
        Map<Channel, Map<String, Doubt>> callers = new EnumMap<>(Channel.class);
        for (Channel channel : Channel.values()) {
            callers.put(channel, new HashMap<>());
        }
        Doubt[] doubts = new Doubt[contacts.size()];
        Days days = new Days();
        Day last = null;
        boolean onAnEve = false;
        for (int i = 0; i < doubts.length; i++) {
            Contact contact = contacts.get(i);
            Day day = days.of(contact.createdAt());
            if (day != last) {
                onAnEve = calendar.isWorkingDay(day.date(), true) != calendar.isWorkingDay(day.date(), false);
                last = day;
            }
            String caller = contact.contact();
            doubts[i] = caller == null
                    ? new Doubt()
                    : callers.get(contact.channel()).computeIfAbsent(caller, number -> new Doubt());
            doubts[i].add(contact, day, onAnEve);
        }
        return doubts;
    }
}
