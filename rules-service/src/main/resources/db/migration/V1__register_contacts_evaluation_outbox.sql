-- The register, every version of it, as ingest-service sent it.
create table register_version (
    version     bigint primary key check (version >= 1),
    content     text        not null,
    received_at timestamptz not null default now()
);
comment on column register_version.content is 'the message: providers, units and lines';

-- Who may act for a provider: the newest revision that was received.
create table access_entry (
    provider text   primary key,
    revision bigint not null check (revision >= 1)
);

create table access_member (
    provider text not null references access_entry,
    kind     text not null check (kind in ('client', 'group')),
    name     text not null,
    primary key (provider, kind, name)
);
create index access_member_by_name on access_member (kind, name);

-- Messages that cannot be applied yet: parts of a group that is not complete, or resolved by a register version not received.
create table waiting_part (
    group_id         text        not null,
    part             int         not null check (part >= 1),
    parts            int         not null check (parts >= part),
    register_version bigint      not null,
    body             bytea       not null,
    received_at      timestamptz not null default now(),
    reason           text,
    primary key (group_id, part)
);
comment on column waiting_part.reason is 'set when the group can never be applied; an operator looks at it';

-- A slice: what one source says of one line and one day. The head is its newest revision.
create table slice_head (
    id       bigint generated always as identity primary key,
    provider text   not null,
    system   text   not null,
    line     text   not null,
    day      date   not null,
    revision bigint not null default 0,
    lines    text[] not null default '{}',
    units    text[] not null default '{}',
    unique (provider, system, line, day)
);
comment on column slice_head.revision is '0: no revision stored yet';
comment on column slice_head.lines is 'the line and the first lines of its contacts: what decides which units it touches';
comment on column slice_head.units is 'units that ingest-service resolved the lines to: what is touched where no line is known here';

create table slice (
    slice_id         bigint      not null references slice_head,
    revision         bigint      not null check (revision >= 1),
    register_version bigint      not null,
    hash             text        not null,
    contacts         int         not null check (contacts >= 0),
    submission       text        not null,
    body             bytea       not null,
    received_at      timestamptz not null default now(),
    primary key (slice_id, revision)
);
-- Already compressed: PostgreSQL need not try again.
alter table slice alter column body set storage external;
comment on column slice.contacts is 'how many contacts the body holds';
comment on column slice.body is 'deflated JSON array of the contacts as received, fields that this version does not know included';

-- Which unit-days a slice touches. A unit with its branches is evaluated as one: root is the unit at the top.
create table touch (
    root      text    not null,
    day       date    not null,
    slice_id  bigint  not null references slice_head,
    current   boolean not null,
    evaluated boolean not null default false,
    primary key (root, day, slice_id)
);
create index touch_by_slice on touch (slice_id);
comment on column touch.current is 'false: the slice touched this unit-day until now; the row goes when the unit-day has been evaluated';
comment on column touch.evaluated is 'whether the head revision is evaluated in this unit-day';

-- Unit-days to be evaluated (decisions/0003): upserted by whoever changes what a unit-day is made of.
create table dirty (
    root      text        not null,
    day       date        not null,
    since     timestamptz not null default now(),
    parked_at timestamptz,
    reason    text,
    primary key (root, day)
);
create index dirty_by_age on dirty (since, root, day) where parked_at is null;
comment on column dirty.parked_at is 'set when evaluation failed; a new slice or register version tries again';

-- Results: revisions are only added.
create table result (
    unit         text        not null,
    day          date        not null,
    channel      text        not null check (channel in ('phone', 'chat')),
    revision     bigint      not null check (revision >= 1),
    hash         text        not null,
    body         text        not null,
    evaluated_at timestamptz not null,
    primary key (unit, day, channel, revision)
);
comment on column result.body is 'the message that was sent';

-- The revision that stands, and by whom it may be read.
create table result_head (
    unit     text   not null,
    day      date   not null,
    channel  text   not null,
    revision bigint not null,
    hash     text   not null,
    rule_set text   not null,
    root     text   not null,
    region   text   not null,
    provider text   not null,
    primary key (unit, day, channel),
    foreign key (unit, day, channel, revision) references result
);
create index result_head_by_root on result_head (root, day);
create index result_head_by_region on result_head (region, day);
create index result_head_by_provider on result_head (provider, day);
comment on column result_head.root is 'the unit-day whose evaluation wrote it last';

-- Messages that are to be sent, written in the transaction of what they tell of. A row is deleted when the broker has it.
create table outbox (
    id         bigint generated always as identity primary key,
    topic      text        not null,
    key        text        not null,
    type       text        not null,
    body       text        not null,
    created_at timestamptz not null default now()
);

-- One relay at a time, over all replicas.
create table lease (
    name       text primary key,
    holder     text        not null,
    held_until timestamptz not null
);

grant select, insert on register_version, slice, result to ${app};
grant select, insert, update on access_entry, slice_head, result_head to ${app};
grant select, insert, delete on access_member to ${app};
grant select, insert, update, delete on waiting_part, touch, dirty, outbox, lease to ${app};
