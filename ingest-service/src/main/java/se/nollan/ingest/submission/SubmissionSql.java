package se.nollan.ingest.submission;

/** Longer statements about submissions. */
final class SubmissionSql {

    static final String INSERT = """
            insert into submission (id, source, profile, period_from, period_to, lines, said_empty, accept_errors,
              replaces, sent_by, idempotency_key, register_version, state, revision, received_at, changed_at, heartbeat_at, report)
            values (:id, :source, :profile, :from, :to, cast(cast(:lines as text) as jsonb), :empty, :acceptErrors,
              cast(:replaces as text), :sentBy, cast(:key as text), :version, 'received', 1, :now, :now, :now,
              cast(cast(:report as text) as jsonb))
            """;

    private static final String UPDATE = """
            update submission set state = :state, changed_at = :now, heartbeat_at = :now, rows_read = :read,
              rows_accepted = :accepted, rows_joined = :joined, rows_repeated = :repeated, rows_skipped = :skipped,
              rows_in_error = :inError, rows_warned = :warned, rows_moved = :moved,
              report = cast(cast(:report as text) as jsonb)
            """;

    /** The same body for the same days, sent before and taken, is named. */
    static final String STAGED = UPDATE + """
            , staged_rows = :rows, digest = nullif(:digest, ''), repeats = (
                select e.id from submission e
                where e.source = submission.source and e.digest = :digest and e.id <> submission.id
                  and e.state in ('accepted', 'evaluated', 'superseded', 'withdrawn')
                order by e.received_at desc limit 1)
            where id = :id and state = 'received'
            """;

    static final String CONCLUDE = UPDATE + ", revision = revision + 1 where id = :id and state = 'received'";

    static final String LOCK_KEY = "select cast(pg_advisory_xact_lock(hashtextextended(:key, 8)) as text) as locked";

    /** What a submission has just changed. */
    static final String EFFECT = """
            select (select count(*) from submission_slice where submission = :submission) as line_days,
                   count(*) as changed, coalesce(sum(r.count), 0) as contacts_after, coalesce(sum(b.count), 0) as contacts_before
            from slice_revision r
            left join slice_revision b on b.source = r.source and b.line = r.line and b.day = r.day and b.revision = r.revision - 1
            where r.submission = :submission
            """;

    /** The submission that a client has sent with a key, unless nothing of its body was looked at to the end. */
    static final String BY_KEY = """
            select id, digest from submission
            where sent_by = :client and idempotency_key = :key and (digest is not null or state = 'received')
            order by received_at desc limit 1
            """;

    /**
     * Takes later rows with an id that stood before out of the staging and tells of them: how many say the same, how many say
     * something else, the first of each by line, and how many staged or repeated rows have a warning.
     */
    static final String TAKE_DUPLICATES = """
            with ranked as materialized (
              select row, id, warned, row_number() over same_id as n,
                line = first_value(line) over same_id and day = first_value(day) over same_id
                  and content = first_value(content) over same_id as same
              from staged_contact where submission = :submission
              window same_id as (partition by id order by row)
            ), taken as materialized (
              select row, id, warned, same from ranked where n > 1
            ), gone as (
              delete from staged_contact s using taken t
              where s.submission = :submission and s.id = t.id and s.row = t.row
            )
            select
              (select count(*) from taken where same) as same,
              (select count(*) from taken where not same) as other,
              (select count(*) from taken where not same and warned) as other_warned,
              (select count(*) from taken where same and not warned) as same_not_warned,
              (select cast(coalesce(json_agg(json_build_array(row, id)), '[]') as text)
               from (select row, id from taken where same order by row limit :listed) t) as listed_same,
              (select cast(coalesce(json_agg(json_build_array(row, id)), '[]') as text)
               from (select row, id from taken where not same order by row limit :listed) t) as listed_other
            """;

    /** What it covers is said, also of a line without a contact: that is what tells "nothing happened" from "nothing was sent". */
    static final String KEEP_COVERED = """
            insert into submission_line (submission, line, units)
            select submission, line, array_agg(distinct unit order by unit)
            from staged_line where submission = :submission and covered group by submission, line
            """;

    /** The lines that submissions cover or moved a contact from: units that they touch, and the slice revision of each day. */
    static final String LINES = """
            with said as (
              select t.submission, t.line, json_object_agg(t.day, t.revision order by t.day) as days,
                     array(select distinct u.unit from submission_slice x
                           join slice_revision r on r.source = x.source and r.line = x.line and r.day = x.day
                             and r.revision = x.revision
                           cross join unnest(r.units) as u(unit)
                           where x.submission = t.submission and x.line = t.line) as units
              from submission_slice t
              where t.submission in (:ids) and t.revision is not null
              group by t.submission, t.line
            ), covered as (
              select submission, line, units from submission_line where submission in (:ids)
            )
            select submission, line, cast(coalesce(s.days, '{}') as text) as days,
                   array_to_string(array(select distinct u from unnest(s.units || c.units) as u order by u), ',') as units
            from covered c full join said s using (submission, line)
            order by submission, line
            """;

    /** Submissions that say something of the same slices as this one, and of which nothing stands any more. */
    static final String SUPERSEDE = """
            update submission s set state = 'superseded', revision = revision + 1, changed_at = :now
            where s.state in ('accepted', 'evaluated') and s.id <> :submission
              and s.id in (select o.submission from submission_slice o
                           join submission_slice t on t.source = o.source and t.line = o.line and t.day = o.day
                           where t.submission = :submission)
              and not exists (select 1 from submission_slice o
                              join slice_head h on h.source = o.source and h.line = o.line and h.day = o.day
                              where o.submission = s.id and o.revision >= h.revision)
            returning s.id
            """;

    private static final String ALL_EVALUATED = """
            not exists (select 1 from submission_slice t
                        join slice_head h on h.source = t.source and h.line = t.line and h.day = t.day
                        where t.submission = s.id and h.evaluated < t.revision)
            """;

    /** A submission whose every slice was evaluated before, since it said nothing new. */
    static final String ALREADY_EVALUATED =
            "select exists (select 1 from submission s where s.id = :submission and " + ALL_EVALUATED + ")";

    static final String EVALUATE = """
            update submission s set state = 'evaluated', revision = revision + 1, changed_at = :now
            where s.state = 'accepted'
              and s.id in (select t.submission
                           from json_to_recordset(cast(cast(:slices as text) as json)) as p(provider text, system text, line text, date date)
                           join source o on o.provider = p.provider and o.system = p.system
                           join submission_slice t on t.source = o.id and t.line = p.line and t.day = p.date)
              and\s""" + ALL_EVALUATED + " returning s.id";

    private SubmissionSql() {}

    /** Of what no later submission of the same source has said anew. */
    static final String UNKNOWN_LINES = """
            select o.provider, o.system, s.id, s.received_at,
                   u.line ->> 'key' as key, u.line ->> 'shape' as shape, cast(u.line ->> 'contacts' as bigint) as contacts,
                   u.line ->> 'from' as first, u.line ->> 'to' as last
            from submission s join source o on o.id = s.source
            cross join lateral jsonb_array_elements(s.report -> 'unknownLines') as u(line)
            where s.state in ('accepted', 'evaluated', 'rejected')
              and s.report -> 'unknownLines' <> '[]'
              and (:provider = '' or o.provider = :provider)
              and not exists (
                select 1 from submission l
                where l.source = s.source and l.received_at > s.received_at
                  and l.period_from <= s.period_from and l.period_to >= s.period_to
                  and l.state in ('accepted', 'evaluated', 'superseded', 'rejected'))
            order by contacts desc, s.received_at desc limit 5000
            """;
}
