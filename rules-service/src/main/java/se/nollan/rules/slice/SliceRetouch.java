package se.nollan.rules.slice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;
import se.nollan.rules.queue.RegisterRetouch;
import se.nollan.rules.register.RegisterRepository;

/** Slices of lines that a new version of the register takes differently. */
@ApplicationScoped
class SliceRetouch implements RegisterRetouch {

    private static final String OF_ITS_LINES = """
             from slice_head
             where lines && (select lines from re_evaluation where id = :id)
               and revision > 0 and day >= (select days_before from seal)
            """;

    private final RegisterRepository registers;
    private final SealRepository seals;
    private final TouchRepository touches;

    SliceRetouch(RegisterRepository registers, SealRepository seals, TouchRepository touches) {
        this.registers = registers;
        this.seals = seals;
        this.touches = touches;
    }

    @Override
    public Uni<@Nullable LocalDate> nextDay(Session session, long reEvaluation, LocalDate from, LocalDate to) {
        return session.createNativeQuery(
                        "select min(day)" + OF_ITS_LINES + " and day between :from and :to", LocalDate.class)
                .setParameter("id", reEvaluation)
                .setParameter("from", from)
                .setParameter("to", to)
                .getSingleResultOrNull();
    }

    /** By the newest version, whatever asked: an older one decides nothing any more. Locks as who stores slices does. */
    @Override
    public Uni<Integer> mark(Session session, long reEvaluation, LocalDate day) {
        return registers
                .hold(session)
                .chain(() -> seals.hold(session))
                .chain(() -> registers.newest(session))
                .chain(register -> session.createNativeQuery(
                                "select id, array_to_string(lines, :separator) as lines, array_to_string(units, :separator) as units"
                                        + OF_ITS_LINES + " and day = :day"
                                        + " order by line collate \"C\", system collate \"C\", provider collate \"C\" for no key update",
                                Tuple.class)
                        .setParameter("separator", SliceRepository.SEPARATOR)
                        .setParameter("id", reEvaluation)
                        .setParameter("day", day)
                        .getResultList()
                        .chain(rows -> touches.rewrite(
                                session,
                                rows.stream()
                                        .map(row -> new TouchRepository.Touching(
                                                row.get("id", Long.class),
                                                day,
                                                register.roots(split(row.get("lines")), split(row.get("units")), day)))
                                        .toList(),
                                reEvaluation)));
    }

    private static Set<String> split(Object joined) {
        return Set.copyOf(List.of(((String) joined).split(SliceRepository.SEPARATOR)));
    }
}
