-- A source is what one provider's system says. Its row is also the lock: whatever changes a source's slices or the state of its
-- submissions holds it (for no key update), so that revisions are assigned one after another.
create table source (
    id       integer generated always as identity primary key,
    provider text not null,
    system   text not null,
    unique (provider, system)
);

create table submission (
    id               uuid primary key,
    source           integer     not null references source,
    profile          text        not null,
    period_from      date        not null,
    period_to        date        not null,
    lines            jsonb,
    said_empty       boolean     not null,
    accept_errors    boolean     not null,
    sent_by          text        not null,
    register_version bigint      not null,
    state            text        not null check (state in
        ('received', 'rejected', 'accepted', 'evaluated', 'superseded', 'withdrawn', 'failed')),
    revision         bigint      not null check (revision >= 1),
    received_at      timestamptz not null,
    changed_at       timestamptz not null,
    heartbeat_at     timestamptz not null,
    staged_rows      bigint,
    rows_read        bigint      not null default 0,
    rows_accepted    bigint      not null default 0,
    rows_repeated    bigint      not null default 0,
    rows_skipped     bigint      not null default 0,
    rows_in_error    bigint      not null default 0,
    rows_warned      bigint      not null default 0,
    rows_moved       bigint      not null default 0,
    report           jsonb       not null,
    check (period_from <= period_to),
    -- Invariant 1 at intake: what does not balance is not kept.
    check (state in ('received', 'failed')
        or rows_read = rows_accepted + rows_repeated + rows_skipped + rows_in_error)
);
create index submission_by_source on submission (source, received_at desc);
create index submission_in_progress on submission (heartbeat_at) where state = 'received';
comment on column submission.lines is 'the lines that the sender named; null: all that the register gives the source';
comment on column submission.staged_rows is 'set when the body was read whole: what a restarted service can commit';
comment on column submission.heartbeat_at is 'tells a submission at work from one whose service died';

-- The rows of submissions at work. Unlogged, since a submission whose staging is lost can be sent again: staged_rows tells.
create unlogged table staged_contact (
    submission uuid    not null,
    row        bigint  not null,
    id         text    not null collate "C",
    line       text    not null,
    day        date    not null,
    first_line text,
    warned     boolean not null,
    content    text    not null
);
-- What was here yesterday says nothing of what is here now: stale statistics would make the planner take a submission for one row.
alter table staged_contact set (autovacuum_analyze_threshold = 2000000000);
create index staged_contact_by_id on staged_contact (submission, id, row);

-- The line-days that a submission at work covers or names, with the unit that the register gave them.
create table staged_line (
    submission uuid    not null,
    line       text    not null,
    day        date    not null,
    unit       text    not null,
    covered    boolean not null,
    primary key (submission, line, day)
);

-- The unit of a line on a day, as it was resolved last.
create table line_unit (
    line text not null,
    day  date not null,
    unit text not null,
    primary key (line, day)
);

-- What stands, contact by contact: a contact of a source is in one slice at most.
create table contact (
    source     integer not null,
    id         text    not null collate "C",
    line       text    not null,
    day        date    not null,
    first_line text,
    content    text    not null,
    primary key (source, id)
);
create index contact_by_slice on contact (source, line, day);
comment on column contact.content is 'canonical JSON of the contact message, pseudonymous';

create table slice_revision (
    source           integer     not null,
    line             text        not null,
    day              date        not null,
    revision         bigint      not null check (revision >= 1),
    hash             text        not null,
    count            bigint      not null,
    units            text[]      not null check (cardinality(units) > 0),
    content          text        not null,
    submission       uuid        not null references submission,
    register_version bigint      not null,
    created_at       timestamptz not null,
    primary key (source, line, day, revision)
);
create index slice_revision_by_submission on slice_revision (submission, day);
comment on column slice_revision.content is 'one contact a line, ordered by id; empty: no contacts';
comment on column slice_revision.units is 'units that this content or the one before touches: those whose figures change';
comment on column slice_revision.submission is 'the submission that was accepted or withdrawn';

create table slice_head (
    source    integer not null,
    line      text    not null,
    day       date    not null,
    revision  bigint  not null,
    hash      text    not null,
    units     text[]  not null,
    evaluated bigint  not null default 0,
    primary key (source, line, day)
);
create index slice_head_by_day on slice_head (day);
comment on column slice_head.units is 'units that the content touches';
comment on column slice_head.evaluated is 'the newest revision whose unit-days are all evaluated';

-- What a submission says: the revision of each slice that it stands for. No revision: about to be built.
create table submission_slice (
    submission uuid    not null references submission,
    source     integer not null,
    line       text    not null,
    day        date    not null,
    revision   bigint,
    primary key (submission, line, day)
);
create index submission_slice_by_slice on submission_slice (source, line, day);

-- Keys of a region's day, wrapped by the key of its month, which is in no database.
create table month_key (
    month        date primary key check (extract(day from month) = 1),
    created_at   timestamptz not null,
    destroyed_at timestamptz
);
create table day_key (
    region  text  not null,
    day     date  not null,
    wrapped bytea not null,
    primary key (region, day)
);
comment on table month_key is 'months that have or had a key: a month whose file is gone has ended and gets no other';

grant select, insert on source, slice_revision to ${app};
grant update (system) on source to ${app};
grant select, insert, update on submission, slice_head, month_key to ${app};
grant select, insert, update, delete on
    staged_contact, staged_line, line_unit, contact, submission_slice, day_key to ${app};
