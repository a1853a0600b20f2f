package se.nollan.local.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Who calls and who writes. The numbers are those that the Swedish Post and Telecom Authority (PTS) sets aside for
 * fiction, without the Kiruna range, from which the region's own lines are taken. There are 395 of them, so a number
 * comes back at other units and on other days; within a unit's day it comes back only where a case says so.
 */
final class People {
    private static final List<String> NUMBERS = Stream.of(
                    range("+46701740", 605, 699),
                    range("+46313900", 600, 699),
                    range("+46406280", 400, 499),
                    range("+46846500", 400, 499))
            .flatMap(s -> s)
            .toList();

    private static final List<String> INDIVIDUALS =
            IntStream.range(0, 600).mapToObj(People::individual).toList();

    private final List<String> numbers = new ArrayList<>(NUMBERS);
    private final List<String> individuals = new ArrayList<>(INDIVIDUALS);
    private int called;
    private int wrote;

    People(Random chance) {
        Collections.shuffle(numbers, chance);
        Collections.shuffle(individuals, chance);
    }

    /** A number that has not called this unit today, while there are any. */
    String nextNumber() {
        return numbers.get(called++ % numbers.size());
    }

    /** An individual who has not written to this unit today, while there are any. */
    String nextIndividual() {
        return individuals.get(wrote++ % individuals.size());
    }

    private static Stream<String> range(String prefix, int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(n -> prefix + n);
    }

    /**
     * Every other one a personal identity number that nobody has: of people born in the 1830s, more than a century before
     * such numbers were given out. The others are a vendor's own ids.
     */
    private static String individual(int n) {
        if (n % 2 == 0) {
            return "ind-%05x".formatted(0x3f1a7 + n * 977);
        }
        String digits = "%02d%02d%02d%03d".formatted(30 + n % 10, 1 + n % 12, 1 + n % 28, 1 + n);
        return "18" + digits.substring(0, 6) + "-" + digits.substring(6) + checkDigit(digits);
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int product = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
