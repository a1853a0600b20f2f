package se.nollan.publish.figure;

import java.util.regex.Pattern;

/**
 * What a statement is of: a region by its county code, or the nation.
 *
 * @param region county code; {@code 00} stands for the nation
 */
public record Scope(String region) {

    private static final String NATION = "00";
    private static final Pattern COUNTY_CODE = Pattern.compile("[0-9]{2}");

    /** @throws IllegalArgumentException when it is not two digits */
    public Scope {
        if (!COUNTY_CODE.matcher(region).matches()) {
            throw new IllegalArgumentException("A region is given by its county code, two digits, for example 23.");
        }
    }

    public boolean nation() {
        return region.equals(NATION);
    }

    /** Whether figures of that region are part of it. */
    public boolean holds(String otherRegion) {
        return nation() || region.equals(otherRegion);
    }
}
