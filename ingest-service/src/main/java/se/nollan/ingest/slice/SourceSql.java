package se.nollan.ingest.slice;

/** The statements by which one source answers for a line on a day (the contact format, <i>Sources</i>). */
final class SourceSql {

    /** All sources of the provider, so that two systems of one cannot both find nothing of the other. */
    static final String LOCK = """
            select id from source where provider = (select provider from source where id = :source)
            order by id for no key update
            """;

    /** What other systems of the provider said, of what the submission covers, and stands with contacts. */
    static final String STANDING_OTHERS = """
            select o.id, o.system, l.line, l.day
            from staged_line l
            join source o on o.provider = (select provider from source where id = :source) and o.id <> :source
            join slice_head h on h.source = o.id and h.line = l.line and h.day = l.day
            join slice_revision r on r.source = h.source and r.line = h.line and r.day = h.day and r.revision = h.revision
            where l.submission = :submission and l.covered and r.count > 0
            order by o.system, l.line, l.day
            """;

    /** Lines and units with more contacts staged for one day than can be carried on. */
    static final String CROWDED = """
            select 'line ' || s.line as what, s.day, count(*) as contacts from staged_contact s
            where s.submission = :submission
            group by s.line, s.day having count(*) > :ofLine
            union all
            select 'unit ' || l.unit, s.day, count(*) from staged_contact s
            join staged_line l on l.submission = s.submission and l.line = s.line and l.day = s.day
            where s.submission = :submission
            group by l.unit, s.day having count(*) > :ofUnit
            order by 3 desc, 1 limit 5
            """;

    static final String END_OTHERS = """
            insert into submission_slice (submission, source, line, day)
            select cast(:submission as uuid), h.source, h.line, h.day
            from staged_line l
            join slice_head h on h.source = :source and h.line = l.line and h.day = l.day
            where l.submission = :submission and l.covered
            """;

    /**
     * Line-days of this submission of which one that was received later has been put in place already; what was received later
     * stands, whatever finishes first.
     */
    private static final String LATER = """
            with later as materialized (
              select s.id, s.period_from, s.period_to from submission s join submission own on own.id = :submission
              where s.source = own.source and s.id <> own.id and s.state in ('accepted', 'evaluated', 'superseded')
                and (s.received_at, s.id) > (own.received_at, own.id)
            ), spoken as materialized (
              select l.line, l.day from staged_line l
              where l.submission = :submission and exists (
                select 1 from later s join submission_line c on c.submission = s.id
                where c.line = l.line and l.day between s.period_from and s.period_to)
            )
            """;

    /** Takes rows out that a later submission speaks for: those of its line-days, and contacts that it has moved elsewhere. */
    static final String YIELD_ROWS = LATER + """
            , gone as (
              delete from staged_contact s
              where s.submission = :submission and (
                exists (select 1 from spoken l where l.line = s.line and l.day = s.day)
                or exists (select 1 from later) and exists (
                           select 1 from contact c
                           join submission_slice t on t.source = c.source and t.line = c.line and t.day = c.day
                           join later on later.id = t.submission
                           where c.source = :source and c.id = s.id))
              returning s.row, s.id
            )
            select (select count(*) from gone) as count,
              (select cast(coalesce(json_agg(json_build_array(row, id)), '[]') as text)
               from (select row, id from gone order by row limit :listed) g) as listed
            """;

    /** Its line-days are no longer covered by this one. */
    static final String YIELD_LINES = LATER + """
            update staged_line l set covered = false from spoken
            where l.submission = :submission and l.line = spoken.line and l.day = spoken.day
            """;

    private SourceSql() {}
}
