package se.nollan.ingest.slice;

/** The statements behind {@link SliceRepository}. Parameters: {@code submission} and its {@code source}. */
final class SliceSql {

    /** The register may have given a line another unit since. */
    static final String KEEP_UNITS = """
            insert into line_unit (line, day, unit)
            select line, day, unit from staged_line where submission = :submission order by line, day
            on conflict (line, day) do update set unit = excluded.unit where line_unit.unit <> excluded.unit
            """;

    static final String COUNT_MOVED = """
            select count(*) from staged_contact s
            join contact c on c.source = :source and c.id = s.id
            where s.submission = :submission and (c.line <> s.line or c.day <> s.day)
            """;

    /** Slices whose content may change: those that are covered, those that rows came in for, those that rows moved away from. */
    static final String TOUCH = """
            insert into submission_slice (submission, source, line, day)
            select cast(:submission as uuid), cast(:source as int), line, day from (
              select h.line, h.day from slice_head h
              join staged_line l on l.submission = :submission and l.covered and l.line = h.line and l.day = h.day
              where h.source = :source
              union
              select s.line, s.day from staged_contact s where s.submission = :submission
              union
              select c.line, c.day from staged_contact s
              join contact c on c.source = :source and c.id = s.id
              where s.submission = :submission and (c.line <> s.line or c.day <> s.day)
            ) touched
            """;

    static final String REMOVE_GONE = """
            delete from contact c using staged_line l
            where l.submission = :submission and l.covered
              and c.source = :source and c.line = l.line and c.day = l.day
              and not exists (select 1 from staged_contact s where s.submission = :submission and s.id = c.id)
            """;

    /** What has not changed is not written: sending a month again costs reading it. */
    static final String PUT = """
            insert into contact (source, id, line, day, first_line, content)
            select cast(:source as int), id, line, day, first_line, content from staged_contact
            where submission = :submission order by id
            on conflict (source, id) do update
            set line = excluded.line, day = excluded.day, first_line = excluded.first_line, content = excluded.content
            where contact.line <> excluded.line or contact.day <> excluded.day or contact.content <> excluded.content
            """;

    /**
     * Builds the touched slices from the contacts and adds a revision where the hash differs. The hash covers the units too: a line
     * that the register has given another unit says something else with the same contacts. A slice that never had a contact
     * gets no revision.
     */
    static final String REVISE = """
            with said as (
              select t.line, t.day, count(c.id) as count,
                     coalesce(string_agg(c.content, chr(10) order by c.id), '') as content,
                     array_agg(distinct c.first_line) filter (where c.first_line is not null) as first_lines
              from submission_slice t
              left join contact c on c.source = t.source and c.line = t.line and c.day = t.day
              where t.submission = :submission and t.source = :source and t.revision is null
              group by t.line, t.day
            ), touching as (
              select s.line, s.day, s.count, s.content,
                     array(select distinct u.unit from line_unit u
                           where s.count > 0 and u.day = s.day and (u.line = s.line or u.line = any(s.first_lines))
                           order by u.unit) as units
              from said s
            ), hashed as (
              select t.*, encode(sha256(convert_to(array_to_string(t.units, ',') || chr(10) || t.content, 'UTF8')), 'hex') as hash
              from touching t
            ), changed as (
              select n.*, coalesce(h.revision, 0) + 1 as revision,
                     array(select distinct unit from unnest(n.units || coalesce(h.units, cast('{}' as text[]))) as u(unit)
                           order by unit) as concerned
              from hashed n
              left join slice_head h on h.source = :source and h.line = n.line and h.day = n.day
              where h.hash is distinct from n.hash and (h.hash is not null or n.count > 0)
            ), added as (
              insert into slice_revision
                (source, line, day, revision, hash, count, units, content, submission, register_version, created_at)
              select cast(:source as int), c.line, c.day, c.revision, c.hash, c.count, c.concerned, c.content, s.id,
                     s.register_version, cast(:now as timestamptz)
              from changed c join submission s on s.id = :submission
            )
            insert into slice_head (source, line, day, revision, hash, units)
            select cast(:source as int), line, day, revision, hash, units from changed order by line, day
            on conflict (source, line, day) do update
            set revision = excluded.revision, hash = excluded.hash, units = excluded.units
            """;

    static final String NAME_REVISIONS = """
            update submission_slice t set revision = h.revision from slice_head h
            where t.submission = :submission and t.revision is null
              and h.source = t.source and h.line = t.line and h.day = t.day
            """;

    static final String FORGET_UNSAID =
            "delete from submission_slice where submission = :submission and revision is null";

    /** Leaves the slices that stand by this submission's word alone: another one may have said the same later. */
    static final String FORGET_OTHERS = """
            delete from submission_slice t
            where t.submission = :submission and t.source = :source and (
              not exists (select 1 from slice_head h
                          where h.source = :source and h.line = t.line and h.day = t.day and h.revision = t.revision)
              or exists (select 1 from submission_slice o join submission s on s.id = o.submission
                         where o.source = :source and o.line = t.line and o.day = t.day and o.revision = t.revision
                           and o.submission <> t.submission and s.state in ('accepted', 'evaluated')))
            """;

    static final String CLEAR = """
            delete from contact c using submission_slice t
            where t.submission = :submission and t.source = :source and c.source = :source and c.line = t.line and c.day = t.day
            """;

    /** For each slice that is taken back, the newest older revision that a submission not withdrawn stood for. */
    private static final String BEFORE = """
            select distinct on (t.line, t.day) t.line, t.day, r.revision, r.content, r.created_at
            from submission_slice t
            join slice_head h on h.source = :source and h.line = t.line and h.day = t.day
            join submission_slice o on o.source = :source and o.line = t.line and o.day = t.day
              and o.submission <> t.submission and o.revision < h.revision
            join submission s on s.id = o.submission and s.state <> 'withdrawn'
            join slice_revision r on r.source = :source and r.line = t.line and r.day = t.day and r.revision = o.revision
            where t.submission = :submission and t.source = :source
            order by t.line, t.day, r.revision desc
            """;

    /** A contact that has moved on since stays where it is. */
    static final String RESTORE = "with before as (" + BEFORE + """
            ), contacts as (
              select cast(c.content as json) ->> 'id' as id, b.line, b.day,
                     cast(c.content as json) ->> 'firstLine' as first_line, c.content, b.created_at
              from before b cross join string_to_table(b.content, chr(10)) as c(content)
            )
            insert into contact (source, id, line, day, first_line, content)
            select distinct on (id) cast(:source as int), id, line, day, first_line, content from contacts
            order by id, created_at desc
            on conflict (source, id) do nothing
            """;

    static final String REOPEN =
            "update submission_slice set revision = null where submission = :submission and source = :source";

    /** Those who said what stands again stand for its new revision. */
    static final String HAND_BACK = "with before as (" + BEFORE + """
            ), handed as (
              update submission_slice o set revision = t.revision
              from submission_slice t join before b on b.line = t.line and b.day = t.day
              where t.submission = :submission and t.source = :source and o.submission <> t.submission
                and o.source = :source and o.line = t.line and o.day = t.day and o.revision = b.revision
              returning o.submission
            )
            select distinct submission from handed
            """;

    /** Where a unit-day's standing revisions come from, and how large they are. */
    static final String UNIT_DAYS = """
            select cast(r.submission as text) as submission, u.unit, r.day,
                   cast(sum(octet_length(r.content) + 512) as bigint) as bytes
            from slice_head h
            join slice_revision r on r.source = h.source and r.line = h.line and r.day = h.day and r.revision = h.revision
              and r.content is not null
            cross join unnest(r.units) as u(unit)
            """;

    static final String BY_UNIT_DAY = " group by r.submission, u.unit, r.day order by r.day, u.unit, min(r.created_at)";

    private static final String PROGRESS =
            " json_to_recordset(cast(cast(:slices as text) as json)) as p(provider text, system text, line text, date date, revision bigint) ";

    static final String LOCK_SOURCES =
            "select s.id from source s where (s.provider, s.system) in (select p.provider, p.system from" + PROGRESS
                    + ") order by s.id for no key update";

    static final String EVALUATED = "update slice_head h set evaluated = p.revision from" + PROGRESS + """
            join source s on s.provider = p.provider and s.system = p.system
            where h.source = s.id and h.line = p.line and h.day = p.date
              and h.evaluated < p.revision and p.revision <= h.revision
            """;

    private SliceSql() {}
}
