package se.nollan.ingest.register;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;

/** The versions of the register. */
@ApplicationScoped
class RegisterRepository {

    /** A version without its content. */
    @RegisterForReflection
    record Imported(
            long version,
            String hash,
            Instant importedAt,
            String importedBy,
            @Nullable String reason) {}

    /** One import at a time, until the transaction ends. */
    Uni<Void> lock(Session session) {
        return session.createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtext('nollan.register'))", Integer.class)
                .getSingleResult()
                .replaceWithVoid();
    }

    /** The highest version; 0 when there is none. */
    Uni<Long> highest(Session session) {
        return session.createQuery("select coalesce(max(version), 0L) from RegisterVersion", Long.class)
                .getSingleResult();
    }

    Uni<@Nullable RegisterVersion> find(Session session, long version) {
        return session.find(RegisterVersion.class, version);
    }

    Uni<Void> add(Session session, RegisterVersion version) {
        return session.persist(version).call(session::flush);
    }

    /** Newest first. */
    Uni<List<Imported>> page(Session session, long offset, int limit) {
        return session.createQuery("""
                        select version, hash, importedAt, importedBy, reason from RegisterVersion order by version desc
                        """, Imported.class)
                .setFirstResult(Math.toIntExact(offset))
                .setMaxResults(limit)
                .getResultList();
    }

    /** The version that stood at an instant; 0 when none did. */
    Uni<Long> at(Session session, Instant instant) {
        return session.createQuery(
                        "select coalesce(max(version), 0L) from RegisterVersion where importedAt < :instant",
                        Long.class)
                .setParameter("instant", instant)
                .getSingleResult();
    }

    /** Days of lines of which contacts stand. */
    Uni<List<RegisterImpact.LineDay>> standing(Session session, Set<String> lines) {
        if (lines.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return session.createNativeQuery("""
                        select distinct h.line, h.day from slice_head h
                        where h.line in (:lines) and cardinality(h.units) > 0 order by h.line, h.day
                        """, Tuple.class)
                .setParameter("lines", List.copyOf(lines))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new RegisterImpact.LineDay(
                                row.get("line", String.class), row.get("day", LocalDate.class)))
                        .toList());
    }

    Uni<Long> count(Session session) {
        return session.createQuery("select count(*) from RegisterVersion", Long.class)
                .getSingleResult();
    }
}
