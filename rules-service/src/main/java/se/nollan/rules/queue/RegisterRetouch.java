package se.nollan.rules.queue;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;

/** What a new version of the register has evaluated again, for who keeps the slices: day by day, so that nobody waits long for a lock. */
public interface RegisterRetouch {

    /** The first day from {@code from} on that has slices of the re-evaluation's lines and is not sealed; null: none up to {@code to}. */
    Uni<@Nullable LocalDate> nextDay(Session session, long reEvaluation, LocalDate from, LocalDate to);

    /** Says anew what the day's slices of these lines touch, and marks that; how many unit-days. */
    Uni<Integer> mark(Session session, long reEvaluation, LocalDate day);
}
