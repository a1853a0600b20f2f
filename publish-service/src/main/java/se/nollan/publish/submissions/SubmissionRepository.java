package se.nollan.publish.submissions;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** Stores what was sent and what is evaluated; of each slice the highest revision of both stands, in whatever order they come. */
@ApplicationScoped
public class SubmissionRepository {

    /** Stores a submission's state with the slices that stand after it, unless the state is not newer than what is stored. */
    Uni<Void> store(Session session, SubmissionMessage submission) {
        return session.createNativeQuery("""
                        insert into submission
                            (id, revision, provider, system, from_day, to_day, state, received_at, changed_at,
                             unknown_lines, skipped_times, repeated_times)
                        values (:id, :revision, :provider, :system, :from, :to, :state, :receivedAt, :changedAt,
                             :unknownLines, :skippedTimes, :repeatedTimes)
                        on conflict (id) do update
                        set revision = excluded.revision, provider = excluded.provider, system = excluded.system,
                            from_day = excluded.from_day, to_day = excluded.to_day, state = excluded.state,
                            received_at = excluded.received_at, changed_at = excluded.changed_at,
                            unknown_lines = excluded.unknown_lines, skipped_times = excluded.skipped_times,
                            repeated_times = excluded.repeated_times
                        where submission.revision < excluded.revision
                        """)
                .setParameter("id", submission.id())
                .setParameter("revision", submission.revision())
                .setParameter("provider", submission.provider())
                .setParameter("system", submission.system())
                .setParameter("from", submission.from())
                .setParameter("to", submission.to())
                .setParameter("state", submission.state())
                .setParameter("receivedAt", OffsetDateTime.ofInstant(submission.receivedAt(), ZoneOffset.UTC))
                .setParameter("changedAt", OffsetDateTime.ofInstant(submission.changedAt(), ZoneOffset.UTC))
                .setParameter("unknownLines", submission.found("LINE_UNKNOWN"))
                .setParameter("skippedTimes", submission.found("TIME_SKIPPED"))
                .setParameter("repeatedTimes", submission.found("CLOCK_CHANGE"))
                .executeUpdate()
                .chain(stored -> stored == 0 ? Uni.createFrom().voidItem() : storeSlices(session, submission));
    }

    private static Uni<Void> storeSlices(Session session, SubmissionMessage submission) {
        JsonArray lines = new JsonArray();
        submission.slices().forEach(slice -> lines.add(line(slice)));
        String body = lines.encode();
        return session.createNativeQuery("""
                                insert into submission_line (submission, line, units)
                                select :id, line, array(select jsonb_array_elements_text(units))
                                from jsonb_to_recordset(cast(cast(:lines as text) as jsonb)) as entry (line text, units jsonb)
                                on conflict (submission, line) do update set units = excluded.units
                                """)
                .setParameter("id", submission.id())
                .setParameter("lines", body)
                .executeUpdate()
                .chain(() -> session.createNativeQuery("""
                                insert into sent_slice (provider, system, line, day, revision, submission)
                                select :provider, :system, line, cast(day.key as date), cast(day.value as bigint), :id
                                from jsonb_to_recordset(cast(cast(:lines as text) as jsonb)) as entry (line text, days jsonb),
                                    jsonb_each_text(days) as day
                                order by line, day.key
                                on conflict (provider, system, line, day) do update
                                set revision = excluded.revision, submission = excluded.submission
                                where sent_slice.revision < excluded.revision
                                """)
                        .setParameter("id", submission.id())
                        .setParameter("provider", submission.provider())
                        .setParameter("system", submission.system())
                        .setParameter("lines", body)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static JsonObject line(SubmissionMessage.LineBody slice) {
        JsonObject days = new JsonObject();
        slice.days().forEach((day, revision) -> days.put(day.toString(), revision));
        return new JsonObject()
                .put("line", slice.line())
                .put("units", new JsonArray(slice.units()))
                .put("days", days);
    }

    /** Stores that slices are evaluated. */
    Uni<Void> storeProgress(Session session, Collection<ProgressMessage> progress) {
        Map<List<String>, ProgressMessage.SliceBody> newest = new HashMap<>();
        progress.stream()
                .flatMap(body -> body.slices().stream())
                .forEach(slice -> newest.merge(
                        slice.key(), slice, (one, other) -> one.revision() >= other.revision() ? one : other));
        JsonArray rows = new JsonArray();
        newest.values()
                .forEach(slice -> rows.add(new JsonObject()
                        .put("provider", slice.provider())
                        .put("system", slice.system())
                        .put("line", slice.line())
                        .put("day", slice.date().toString())
                        .put("revision", slice.revision())));
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return session.createNativeQuery("""
                        insert into evaluated_slice (provider, system, line, day, revision)
                        select provider, system, line, day, revision
                        from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
                            as entry (provider text, system text, line text, day date, revision bigint)
                        order by provider, system, line, day
                        on conflict (provider, system, line, day) do update set revision = excluded.revision
                        where evaluated_slice.revision < excluded.revision
                        """)
                .setParameter("rows", rows.encode())
                .executeUpdate()
                .replaceWithVoid();
    }
}
