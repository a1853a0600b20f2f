-- Every version of the register that has come; the highest stands. Results and statements name versions.
create table register_version (
    version     bigint primary key,
    hash        text        not null,
    imported_at timestamptz not null,
    content     text        not null
);
comment on column register_version.content is 'the message as it came: JSON of providers, units and lines';

-- Every region that any version has placed a unit in: what tells whose month a slice or a result may belong to.
create table unit_region (
    unit   text not null,
    region text not null,
    primary key (unit, region)
);

-- Who may act for a provider, as ingest-service last said it.
create table provider_access (
    provider text primary key,
    revision bigint not null,
    clients  text   not null,
    groups   text   not null
);
comment on column provider_access.clients is 'JSON array of client ids';

create table submission (
    id          text primary key,
    revision    bigint      not null,
    provider    text        not null,
    system      text        not null,
    from_day    date        not null,
    to_day      date        not null,
    state       text        not null,
    received_at timestamptz not null,
    changed_at  timestamptz not null
);
create index submission_by_period on submission (from_day, to_day);

create table submission_line (
    submission text   not null references submission,
    line       text   not null,
    units      text[] not null,
    primary key (submission, line)
);

-- The highest revision sent, and the highest evaluated: a slice is outstanding while the first is the higher. The two
-- come by different topics in any order, so neither refers to the other.
create table sent_slice (
    provider   text   not null,
    system     text   not null,
    line       text   not null,
    day        date   not null,
    revision   bigint not null,
    submission text   not null references submission,
    primary key (provider, system, line, day)
);
create index sent_slice_by_day on sent_slice (day);

create table evaluated_slice (
    provider text   not null,
    system   text   not null,
    line     text   not null,
    day      date   not null,
    revision bigint not null,
    primary key (provider, system, line, day)
);

-- Rule sets are few and results many.
create table rule_set (
    hash    text primary key,
    content text not null
);

create table result (
    unit             text        not null,
    day              date        not null,
    channel          text        not null check (channel in ('phone', 'chat')),
    revision         bigint      not null,
    contacts_in      bigint      not null,
    hits             bigint      not null,
    misses           bigint      not null,
    excluded         bigint      not null,
    merged           bigint      not null,
    by_rule          text        not null,
    rule_set         text        not null references rule_set,
    register_version bigint      not null,
    evaluated_at     timestamptz not null,
    primary key (unit, day, channel),
    -- Invariant 1: what does not balance is not stored either.
    check (contacts_in = hits + misses + excluded + merged)
);
create index result_by_day on result (day);

-- One draft for each region and month; it is no record, and gives way to the next one.
create table draft (
    id             text primary key,
    region         text        not null,
    month          text        not null,
    version        integer     not null,
    content        text        not null,
    content_hash   text        not null,
    reason         text,
    changes        text        not null,
    outstanding    text        not null,
    drafted_at     timestamptz not null,
    drafted_client text        not null,
    drafted_user   text,
    unique (region, month)
);

-- What was published stays (invariant 10): the service's role may add to this table and read it, and nothing else.
create table signed_statement (
    id             text primary key,
    region         text        not null,
    month          text        not null,
    version        integer     not null,
    content        text        not null,
    content_hash   text        not null,
    reason         text,
    changes        text        not null,
    drafted_at     timestamptz not null,
    drafted_client text        not null,
    drafted_user   text,
    signed_at      timestamptz not null,
    signed_client  text        not null,
    signed_user    text,
    unique (region, month, version),
    check (version = 1 or reason is not null)
);

grant select, insert on register_version, unit_region, rule_set, signed_statement to ${app};
grant select, insert, update on provider_access, submission, submission_line, sent_slice, evaluated_slice, result to ${app};
grant select, insert, update, delete on draft to ${app};
