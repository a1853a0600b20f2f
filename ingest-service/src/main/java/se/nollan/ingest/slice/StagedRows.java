package se.nollan.ingest.slice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.hibernate.reactive.mutiny.Mutiny.Session;

/** What a submission has staged, once it is in its place or will never be. */
public final class StagedRows {

    private static final String INSERT = """
            insert into staged_contact (submission, row, id, line, day, first_line, warned, content)
            select cast(:submission as uuid), row, id, line, day, "firstLine", warned, content
            from json_to_recordset(cast(cast(:rows as text) as json)) as r(
              row bigint, id text, line text, day date, "firstLine" text, warned boolean, content text)
            """;

    private static final String INSERT_LINES = """
            insert into staged_line (submission, line, day, unit, covered)
            select cast(:submission as uuid), line, day, unit, false
            from json_to_recordset(cast(cast(:rows as text) as json)) as r(line text, day date, unit text)
            on conflict do nothing
            """;

    private StagedRows() {}

    /** Stages contacts in the caller's transaction. */
    public static Uni<Void> put(Session session, UUID submission, List<StagedContact> contacts) {
        return insert(session, submission, INSERT, write(contacts, (array, contact) -> array.addObject()
                .put("row", contact.row())
                .put("id", contact.id())
                .put("line", contact.line())
                .put("day", contact.day().toString())
                .put("firstLine", contact.firstLine())
                .put("warned", contact.warned())
                .put("content", contact.content())));
    }

    /** Stages the units of lines that contacts name, in the caller's transaction. */
    public static Uni<Void> putLines(Session session, UUID submission, Collection<StagingWriter.LineUnit> lines) {
        return insert(session, submission, INSERT_LINES, write(lines, (array, line) -> array.addObject()
                .put("line", line.line())
                .put("day", line.day().toString())
                .put("unit", line.unit())));
    }

    private static <T> String write(Collection<T> items, BiConsumer<ArrayNode, T> writer) {
        var array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> writer.accept(array, item));
        return array.toString();
    }

    private static Uni<Void> insert(Session session, UUID submission, String sql, String rows) {
        return session.createNativeQuery(sql)
                .setParameter("submission", submission)
                .setParameter("rows", rows)
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Removes it; harmless when there is none. */
    public static Uni<Void> forget(Session session, UUID submission) {
        return session.createNativeQuery("delete from staged_contact where submission = :id")
                .setParameter("id", submission)
                .executeUpdate()
                .chain(() -> session.createNativeQuery("delete from staged_line where submission = :id")
                        .setParameter("id", submission)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
