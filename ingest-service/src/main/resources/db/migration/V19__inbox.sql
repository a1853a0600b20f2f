-- Who may bring files by SFTP, and into which folders. The highest revision stands.
create table inbox_revision (
    provider   text        not null,
    revision   bigint      not null,
    keys       jsonb       not null,
    folders    jsonb       not null,
    changed_at timestamptz not null,
    changed_by text        not null,
    primary key (provider, revision)
);
grant select, insert on inbox_revision to ${app};

-- Files that came, and what was told of them. The files themselves are nowhere.
create table inbox_file (
    id         uuid primary key,
    provider   text        not null,
    folder     text        not null,
    name       text        not null,
    came_at    timestamptz not null,
    seen_at    timestamptz not null,
    state      text        not null check (state in ('waiting', 'read', 'lost')),
    submission uuid,
    told       text,
    findings   text,
    hidden     boolean     not null default false
);
create index inbox_file_by_provider on inbox_file (provider, came_at);
comment on column inbox_file.seen_at is 'when a replica last had the file, while it waits';
comment on column inbox_file.told is 'the report that lies beside it';
comment on column inbox_file.findings is 'the report''s rows, as CSV';
comment on column inbox_file.hidden is 'the sender has removed the report';
grant select, insert, update, delete on inbox_file to ${app};
