-- The register of the whole installation, one row a version. Versions are only added: results name them.
create table register_version (
    version     bigint primary key check (version >= 1),
    hash        text        not null,
    imported_at timestamptz not null,
    imported_by text        not null,
    content     text        not null
);
comment on column register_version.content is 'canonical JSON of providers, units and lines';
comment on column register_version.imported_by is 'client id of the coordinator';

-- Who may act for a provider: revisions, the highest stands. Only added to, so that it can be told who could act when.
create table access_revision (
    provider   text        not null,
    revision   bigint      not null check (revision >= 1),
    changed_at timestamptz not null,
    changed_by text        not null,
    primary key (provider, revision)
);

create table access_member (
    provider text   not null,
    revision bigint not null,
    kind     text   not null check (kind in ('client', 'group')),
    name     text   not null,
    primary key (provider, revision, kind, name),
    foreign key (provider, revision) references access_revision
);
create index access_member_by_name on access_member (kind, name);

-- Messages that are to be sent, written in the transaction of what they tell of. A row is deleted when the broker has it.
create table outbox (
    id         bigint generated always as identity primary key,
    topic      text        not null,
    key        text        not null,
    type       text        not null,
    body       text,
    reference  text,
    bytes      bigint      not null check (bytes >= 0),
    created_at timestamptz not null default now(),
    parked_at  timestamptz,
    reason     text,
    check ((body is null) <> (reference is null))
);
create index outbox_waiting on outbox (id) where parked_at is null;
comment on column outbox.reference is 'what the body is rendered from when it is sent; only the renderer of the type knows its form';
comment on column outbox.bytes is 'size of the body, or an estimate of what the reference renders to';
comment on column outbox.parked_at is 'set when the row can never be sent as it is; an operator looks at it';

-- One relay at a time, over all replicas.
create table lease (
    name       text primary key,
    holder     text        not null,
    held_until timestamptz not null
);

grant select, insert on register_version, access_revision, access_member to ${app};
grant select, insert, update, delete on outbox, lease to ${app};
