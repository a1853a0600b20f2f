package se.nollan.local.sample;

import java.util.Arrays;
import java.util.Random;

/** Draws by whole-number weights. */
final class Weights {
    private Weights() {}

    /** An index, drawn in proportion to its weight. */
    static int pick(int[] weights, Random chance) {
        int left = chance.nextInt(Arrays.stream(weights).sum());
        int index = 0;
        while (left >= weights[index]) {
            left -= weights[index++];
        }
        return index;
    }
}
