package se.nollan.ingest.expected;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import se.nollan.base.database.Instants;

/** What came, and the table {@code absence}. */
@ApplicationScoped
class ExpectedRepository {
    /** Submissions that stand, or whose place another one has taken; and contacts that were pushed. */
    private static final String CAME = """
            select c.line, s.period_from as from_day, s.period_to as to_day, s.received_at
            from submission s join source o on o.id = s.source and o.provider = :provider
            join submission_line c on c.submission = s.id
            where s.state in ('accepted', 'evaluated', 'superseded') and s.period_to >= :from and s.period_from <= :to
            union all
            select h.line, h.day, h.day, max(r.created_at)
            from slice_head h join source o on o.id = h.source and o.provider = :provider
            join slice_revision r on r.source = h.source and r.line = h.line and r.day = h.day and r.revision = h.revision
            where h.day between :from and :to and cardinality(h.units) > 0
            group by h.line, h.day
            """;

    private static final String ABSENCES = """
            select id, provider, line, from_day, to_day, reason, said_by, said_at from absence
            where provider = :provider and ended_at is null and to_day >= :from and from_day <= :to order by from_day, id
            """;

    Uni<Expectation.Came> came(Session session, String provider, LocalDate from, LocalDate to) {
        return session.createNativeQuery(CAME, Tuple.class)
                .setParameter("provider", provider)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .map(rows -> came(rows, from, to));
    }

    private static Expectation.Came came(List<Tuple> rows, LocalDate from, LocalDate to) {
        Map<String, Set<LocalDate>> days = new HashMap<>();
        Map<String, Instant> received = new HashMap<>();
        for (var row : rows) {
            var line = row.get("line", String.class);
            var first = row.get("from_day", LocalDate.class);
            var last = row.get("to_day", LocalDate.class);
            (first.isBefore(from) ? from : first)
                    .datesUntil((last.isAfter(to) ? to : last).plusDays(1))
                    .forEach(day ->
                            days.computeIfAbsent(line, any -> new HashSet<>()).add(day));
            received.merge(line, Instants.of(row.get("received_at")), (one, other) -> one.isAfter(other) ? one : other);
        }
        return new Expectation.Came(days, received);
    }

    Uni<List<Absence>> absences(Session session, String provider, LocalDate from, LocalDate to) {
        return session.createNativeQuery(ABSENCES, Tuple.class)
                .setParameter("provider", provider)
                .setParameter("from", from)
                .setParameter("to", to)
                .getResultList()
                .map(rows -> rows.stream().map(ExpectedRepository::absence).toList());
    }

    Uni<List<Absence>> absence(Session session, UUID id) {
        return session.createNativeQuery(
                        "select id, provider, line, from_day, to_day, reason, said_by, said_at from absence"
                                + " where id = :id and ended_at is null",
                        Tuple.class)
                .setParameter("id", id)
                .getResultList()
                .map(rows -> rows.stream().map(ExpectedRepository::absence).toList());
    }

    Uni<Void> add(Session session, Absence absence) {
        return session.createNativeQuery("""
                        insert into absence (id, provider, line, from_day, to_day, reason, said_by, said_at)
                        values (:id, :provider, cast(:line as text), :from, :to, :reason, :by, :at)
                        """)
                .setParameter("id", absence.id())
                .setParameter("provider", absence.provider())
                .setParameter("line", absence.line())
                .setParameter("from", absence.from())
                .setParameter("to", absence.to())
                .setParameter("reason", absence.reason())
                .setParameter("by", absence.saidBy())
                .setParameter("at", absence.saidAt())
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> end(Session session, UUID id, String by, Instant at) {
        return session.createNativeQuery("update absence set ended_at = :at, ended_by = :by where id = :id")
                .setParameter("id", id)
                .setParameter("by", by)
                .setParameter("at", at)
                .executeUpdate()
                .replaceWithVoid();
    }

    private static Absence absence(Tuple row) {
        return new Absence(
                row.get("id", UUID.class),
                row.get("provider", String.class),
                row.get("line", String.class),
                row.get("from_day", LocalDate.class),
                row.get("to_day", LocalDate.class),
                row.get("reason", String.class),
                row.get("said_by", String.class),
                Instants.of(row.get("said_at")));
    }
}
