package se.nollan.ingest.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;
import se.nollan.base.database.Instants;
import se.nollan.ingest.report.Report;
import se.nollan.ingest.report.RowCounts;

/** Submissions as they stand. */
@ApplicationScoped
class SubmissionRepository {
    static final String COLUMNS = """
            s.id, s.source, o.provider, o.system, s.profile, s.period_from, s.period_to, cast(s.lines as text) as lines,
            s.said_empty, s.accept_errors, s.sent_by, s.register_version, s.state, s.revision, s.received_at, s.changed_at,
            s.rows_read, s.rows_accepted, s.rows_joined, s.rows_repeated, s.rows_skipped, s.rows_in_error, s.rows_warned, s.rows_moved,
            cast(s.report as text) as report, s.staged_rows, s.replaces, s.repeats
            """;

    private static final String FROM = " from submission s join source o on o.id = s.source ";

    private final ObjectMapper json;

    SubmissionRepository(ObjectMapper json) {
        this.json = json;
    }

    /** A submission and, once its body was read whole, how many rows of it were staged. */
    record Staged(Submission submission, @Nullable Long rows) {}

    Uni<@Nullable Staged> find(Session session, UUID id) {
        return session.createNativeQuery("select " + COLUMNS + FROM + " where s.id = :id", Tuple.class)
                .setParameter("id", id)
                .getSingleResultOrNull()
                .map(row -> row == null
                        ? null
                        : new Staged(
                                submission(row),
                                row.get("staged_rows") == null ? null : number(row.get("staged_rows"))));
    }

    Uni<List<Submission>> find(Session session, Collection<UUID> ids) {
        return session.createNativeQuery(
                        "select " + COLUMNS + FROM + " where s.id in (:ids) order by s.received_at, s.id", Tuple.class)
                .setParameter("ids", List.copyOf(ids))
                .getResultList()
                .map(rows -> rows.stream().map(this::submission).toList());
    }

    /**
     * What a list is narrowed to.
     *
     * @param providers those that the caller may see; never empty
     * @param state null: any
     * @param from submissions whose period ends on this day or later
     * @param to submissions whose period begins on this day or earlier
     */
    record Filter(Collection<String> providers, @Nullable SubmissionState state, LocalDate from, LocalDate to) {}

    Uni<List<Submission>> list(Session session, Filter filter, int limit, long offset) {
        return narrowed(
                        session,
                        "select " + COLUMNS,
                        filter,
                        " order by s.received_at desc, s.id limit :limit offset :offset")
                .setParameter("limit", limit)
                .setParameter("offset", offset)
                .getResultList()
                .map(rows -> rows.stream().map(this::submission).toList());
    }

    Uni<Long> count(Session session, Filter filter) {
        return narrowed(session, "select count(*) as submissions", filter, "")
                .getSingleResult()
                .map(row -> row.get("submissions", Number.class).longValue());
    }

    Uni<List<String>> providers(Session session) {
        return session.createNativeQuery("select distinct provider from source", String.class)
                .getResultList();
    }

    private static org.hibernate.reactive.mutiny.Mutiny.SelectionQuery<Tuple> narrowed(
            Session session, String select, Filter filter, String end) {
        return session.createNativeQuery(select + FROM + """
                         where o.provider in (:providers) and (:state = '' or s.state = :state)
                           and s.period_to >= :from and s.period_from <= :to
                        """ + end, Tuple.class)
                .setParameter("providers", List.copyOf(filter.providers()))
                .setParameter(
                        "state", filter.state() == null ? "" : filter.state().word())
                .setParameter("from", filter.from())
                .setParameter("to", filter.to());
    }

    private Submission submission(Tuple row) {
        var rowCounts = new RowCounts(
                number(row.get("rows_read")),
                number(row.get("rows_accepted")),
                number(row.get("rows_joined")),
                number(row.get("rows_repeated")),
                number(row.get("rows_skipped")),
                number(row.get("rows_in_error")),
                number(row.get("rows_warned")),
                row.get("rows_moved", Long.class));
        return new Submission(
                row.get("id", UUID.class),
                row.get("source", Integer.class),
                row.get("provider", String.class),
                row.get("system", String.class),
                row.get("profile", String.class),
                row.get("period_from", LocalDate.class),
                row.get("period_to", LocalDate.class),
                read(row.get("lines", String.class), new TypeReference<@Nullable List<String>>() {}),
                row.get("said_empty", Boolean.class),
                row.get("accept_errors", Boolean.class),
                row.get("replaces", String.class),
                row.get("sent_by", String.class),
                row.get("repeats", UUID.class),
                number(row.get("register_version")),
                SubmissionState.valueOf(row.get("state", String.class).toUpperCase(java.util.Locale.ROOT)),
                number(row.get("revision")),
                Instants.of(row.get("received_at")),
                Instants.of(row.get("changed_at")),
                rowCounts,
                read(row.get("report", String.class), new TypeReference<Report>() {}));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A row of the table submission cannot be read: " + e.getOriginalMessage());
        }
    }
}
