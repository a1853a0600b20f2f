package se.nollan.publish.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A validity: both days included, an absent day is open. */
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

    public static final Period ALWAYS = new Period(null, null);

    public boolean holds(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }
}
