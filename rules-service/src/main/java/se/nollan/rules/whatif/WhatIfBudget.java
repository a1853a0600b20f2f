package se.nollan.rules.whatif;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * How much of a question is in memory at a time: days are judged one after another, or some together where they are small. A question
 * that would take too long, or has a day that is too large, is refused before anything is read.
 */
final class WhatIfBudget {

    /** Some three seconds of a core. */
    static final long MOST_JUDGEMENTS = 10_000_000;

    /** Of the memory for answers, for one question: two are worked out at a time. */
    static final long BYTES = 48_000_000;

    /** Read, and packed as it is stored. */
    private static final long BYTES_OF_A_CONTACT = 500;

    /** By one rule set, and what moved by it. */
    private static final long BYTES_OF_A_JUDGEMENT = 140;

    /** A question that is refused; the message says what there is too much of. */
    static final class TooMuch extends RuntimeException {
        TooMuch(String message) {
            super(message);
        }
    }

    private WhatIfBudget() {}

    /**
     * Days to be judged together, in order.
     *
     * @param contacts that touch the units asked about, by day
     * @param ruleSets how many are judged by, the one compared with among them
     * @throws TooMuch when the question is to be refused
     */
    static List<List<LocalDate>> portions(SortedMap<LocalDate, Long> contacts, int ruleSets) {
        long all = contacts.values().stream().mapToLong(Long::longValue).sum();
        if (all * ruleSets > MOST_JUDGEMENTS) {
            throw new TooMuch(all + " contacts under " + ruleSets + " rule sets are more than the " + MOST_JUDGEMENTS
                    + " judgements of one question");
        }
        long most = BYTES / (BYTES_OF_A_CONTACT + ruleSets * BYTES_OF_A_JUDGEMENT);
        List<List<LocalDate>> portions = new ArrayList<>();
        long last = 0;
        for (LocalDate day : contacts.keySet()) {
            long ofDay = contacts.get(day);
            if (ofDay > most) {
                throw new TooMuch(ofDay + " contacts on " + day + " under " + ruleSets + " rule sets are more than the "
                        + most + " that are judged at a time");
            }
            if (portions.isEmpty() || last + ofDay > most) {
                portions.add(new ArrayList<>());
                last = 0;
            }
            portions.get(portions.size() - 1).add(day);
            last += ofDay;
        }
        return portions;
    }
}
