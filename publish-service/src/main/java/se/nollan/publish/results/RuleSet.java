package se.nollan.publish.results;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a result was evaluated by.
 *
 * @param edition edition of the measurement rules
 * @param calendar version of the calendar of public holidays
 * @param switches every interpretation switch with its reading: a text, a truth value or a whole number
 */
public record RuleSet(String edition, String calendar, SortedMap<String, Object> switches)
        implements Comparable<RuleSet> {

    public RuleSet {
        switches = Collections.unmodifiableSortedMap(new TreeMap<>(switches));
    }

    @Override
    public int compareTo(RuleSet other) {
        return text().compareTo(other.text());
    }

    private String text() {
        return edition + ' ' + calendar + ' ' + switches;
    }
}
