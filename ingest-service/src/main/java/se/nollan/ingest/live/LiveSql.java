package se.nollan.ingest.live;

/** The statements behind {@link LiveRepository}. */
final class LiveSql {

    /** What is known of contacts: what waits to be put in place, else what stands. */
    static final String KNOWN = """
            select i.id, cast(l.said as text) as said, coalesce(l.revision, 0) as revision,
                   coalesce(l.line, c.line) as line, coalesce(l.day, c.day) as day,
                   case when l.id is null then c.content end as content, c.first_line
            from string_to_table(:ids, chr(10)) as i(id)
            left join live_contact l on l.source = :source and l.id = i.id
            left join contact c on c.source = :source and c.id = i.id and l.id is null
            where l.id is not null or c.id is not null
            """;

    /** Keeps what was merged, unless somebody else has merged something meanwhile. */
    static final String KEEP = """
            with merged as (
              select * from json_to_recordset(cast(cast(:rows as text) as json)) as r(
                id text, said json, revision bigint, line text, day date, unit text, "firstLine" text, "firstUnit" text,
                warned boolean, content text)
            )
            insert into live_contact (source, id, said, revision, line, day, unit, first_line, first_unit, warned, content,
              waiting_since, sent_by, profile)
            select cast(:source as int), id, cast(said as jsonb), revision + 1, line, day, unit, "firstLine", "firstUnit", warned, content,
              cast(:now as timestamptz), :client, :profile
            from merged order by id
            on conflict (source, id) do update
            set said = excluded.said, revision = excluded.revision, line = excluded.line, day = excluded.day,
                unit = excluded.unit, first_line = excluded.first_line, first_unit = excluded.first_unit,
                warned = excluded.warned, content = excluded.content, sent_by = excluded.sent_by, profile = excluded.profile
            where live_contact.revision = excluded.revision - 1
            returning id
            """;

    /** Sources of which something has waited long enough. */
    static final String DUE = """
            select source from live_contact
            where waiting_since < cast(:whole as timestamptz) and content is not null
               or waiting_since < cast(:partly as timestamptz)
            group by source order by source
            """;

    /** What of a source is due, the oldest first: whole contacts, and what has waited too long for the rest. */
    static final String TAKE = """
            select l.id, o.provider, o.system, l.line, l.day, l.unit, l.first_line, l.first_unit, l.warned, l.content,
                   cast(l.said as text) as said, l.sent_by, l.profile
            from live_contact l join source o on o.id = l.source
            where l.source = :source and (l.content is not null or l.waiting_since < cast(:partly as timestamptz))
            order by l.waiting_since, l.id limit :most for update of l
            """;

    static final String DONE = "delete from live_contact where source = :source and id in (:ids)";

    /** What could not be put in place waits for another turn. */
    static final String WAIT = "update live_contact set waiting_since = :now where source = :source and id in (:ids)";

    private LiveSql() {}
}
