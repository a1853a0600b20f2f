package se.nollan.rules.whatif;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.nollan.base.http.Paging;
import se.nollan.rules.measure.Channel;
import se.nollan.rules.measure.Counts;

/** The days of all months put together: counts for each unit and month, and one page of the contacts that moved. */
final class Comparison {

    /** Whose figure in which month. */
    record Key(YearMonth month, String unit, Channel channel) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::month).thenComparing(Key::unit).thenComparing(Key::channel);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private static final Comparator<MovedContact> ORDER = Comparator.comparingInt(MovedContact::ruleSet)
            .thenComparing(MovedContact::unit)
            .thenComparingLong(movedContact -> movedContact.contact().createdAt())
            .thenComparing(movedContact -> movedContact.contact().id());

    private final List<Map<Key, Counts>> counts = new ArrayList<>();
    private final List<Map<Key, Long>> moved = new ArrayList<>();
    private final List<MovedContact> page = new ArrayList<>();
    private final Paging paging;
    private long moves;

    Comparison(int ruleSets, Paging paging) {
        this.paging = paging;
        for (int i = 0; i <= ruleSets; i++) {
            counts.add(new HashMap<>());
            moved.add(new HashMap<>());
        }
    }

    /** Adds a day; days come in order, and what is not of the page is only counted. */
    void add(YearMonth month, DayComparison day) {
        day.counts().forEach((key, count) -> counts.get(key.ruleSet() + 1)
                .merge(new Key(month, key.unit(), key.channel()), count, Counts::plus));
        List<MovedContact> sorted = day.moves().stream().sorted(ORDER).toList();
        for (MovedContact movedContact : sorted) {
            moved.get(movedContact.ruleSet() + 1)
                    .merge(
                            new Key(
                                    month,
                                    movedContact.unit(),
                                    movedContact.contact().channel()),
                            1L,
                            Long::sum);
            if (moves >= paging.offset() && page.size() < paging.limit()) {
                page.add(movedContact);
            }
            moves++;
        }
    }

    /** By a rule set; {@link DayComparison#BASE} is the one compared with. */
    Counts counts(int ruleSet, Key key) {
        return counts.get(ruleSet + 1).getOrDefault(key, Counts.NONE);
    }

    /** How many of the contacts that are, or would be, in this figure moved. */
    long moved(int ruleSet, Key key) {
        return moved.get(ruleSet + 1).getOrDefault(key, 0L);
    }

    /** Every figure that has contacts by any of the rule sets. */
    List<Key> keys() {
        return counts.stream()
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The contacts of the page that is asked for. */
    List<MovedContact> page() {
        return page;
    }

    /** How many moved, under all rule sets. */
    long moves() {
        return moves;
    }
}
