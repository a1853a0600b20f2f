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

    static void judge(ChannelDay in) {
        Map<Matter, List<Entry>> matters = new HashMap<>();
        for (Entry entry : in.entries) {
            Rule reason = exclusion(entry);
            Matter matter = matter(entry.contact, in.rules());
            if (reason != null) {
                entry.is(new Disposition.Excluded(reason));
            } else if (matter != null) {
                matters.computeIfAbsent(matter, m -> new ArrayList<>(1)).add(entry);
            } else {
                entry.is(byItself(entry));
            }
        }
        matters.values().forEach(ChatDay::decide);
    }

    /** S-1, then E-1, come before every other reason. */
    private static @Nullable Rule exclusion(Entry entry) {
        if (!entry.in.isPrimaryCare()) {
            return Rule.S_1;
        }
        RuleSet rules = entry.in.rules();
        return rules.inForce(Rule.C_2) ? Exclusion.first(rules.chatExclusions, entry) : Rule.E_1;
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
        String trimmed = problem == null ? "" : problem.strip();
        return trimmed.isEmpty() ? null : trimmed;
    }

    /** C-U1: counted once, a hit if any of them started in time; P-U6 says which stands. */
    private static void decide(List<Entry> matter) {
        Entry standing = Entry.earliest(matter, ChatDay::startedInTime);
        standing.is(byItself(standing));
        Entry.merge(matter, standing, Rule.C_U1);
    }

    private static Disposition byItself(Entry entry) {
        return startedInTime(entry) ? new Disposition.Hit(Rule.C_2) : new Disposition.Miss(Rule.C_2);
    }

    /** C-2 with I-14: on the day it was queued, or at most 24 hours after it was. */
    private static boolean startedInTime(Entry entry) {
        Contact contact = entry.contact;
        return entry.in.rules().chatWithin24Hours
                ? contact.startedWithin24Hours()
                : entry.in.day().holds(contact.answeredAt());
    }
}
