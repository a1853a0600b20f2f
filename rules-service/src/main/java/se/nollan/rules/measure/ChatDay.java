package se.nollan.rules.measure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The chats of one unit on one day (measurement rules, section 3). */
final class ChatDay {

    /** Whose chat it is and about what; null stands for the cases that state no problem (I-8). */
    private record Matter(String individual, @Nullable String problem) {}

    private ChatDay() {}

    static void judge(List<Entry> entries, UnitDay in) {
        Map<Matter, List<Entry>> matters = new HashMap<>();
        for (Entry entry : entries) {
            Rule reason = exclusion(entry.contact, in);
            Matter matter = matter(entry.contact, in.rules());
            if (reason != null) {
                entry.is(new Disposition.Excluded(reason));
            } else if (matter != null) {
                matters.computeIfAbsent(matter, m -> new ArrayList<>(2)).add(entry);
            } else {
                entry.is(byItself(entry, in));
            }
        }
        matters.values().forEach(matter -> decide(matter, in));
    }

    /** S-1, then E-1, come before every other reason. */
    private static @Nullable Rule exclusion(Contact contact, UnitDay in) {
        if (!in.isPrimaryCare()) {
            return Rule.S_1;
        }
        return in.rules().inForce(Rule.C_2) ? ChatExclusion.of(contact, in) : Rule.E_1;
    }

    /** C-U1: null where the case is unique by itself. */
    private static @Nullable Matter matter(Contact contact, RuleSet rules) {
        String individual = contact.contact();
        String problem = stated(contact.problem());
        if (individual == null || problem == null && rules.chatWithoutProblemCountsEach) {
            return null;
        }
        return new Matter(individual, problem);
    }

    /** Problems are compared as trimmed text. */
    private static @Nullable String stated(@Nullable String problem) {
        return problem == null || problem.isBlank() ? null : problem.strip();
    }

    /** C-U1: counted once, a hit if any of them started that day; P-U6 says which stands. */
    private static void decide(List<Entry> matter, UnitDay in) {
        List<Entry> started = new ArrayList<>(matter);
        started.removeIf(entry -> !in.day().holds(entry.contact.answeredAt()));
        Entry standing = Entry.earliest(started.isEmpty() ? matter : started);
        standing.is(byItself(standing, in));
        Entry.merge(matter, standing, Rule.C_U1);
    }

    private static Disposition byItself(Entry entry, UnitDay in) {
        return in.day().holds(entry.contact.answeredAt())
                ? new Disposition.Hit(Rule.C_2)
                : new Disposition.Miss(Rule.C_2);
    }
}
