-- Why nothing comes of some days: kept when it is ended, so that it can be told later.
create table absence (
    id       uuid primary key,
    provider text        not null,
    line     text,
    from_day date        not null,
    to_day   date        not null,
    reason   text        not null,
    said_by  text        not null,
    said_at  timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    check (from_day <= to_day)
);
create index absence_by_provider on absence (provider, to_day) where ended_at is null;
comment on column absence.line is 'null: all lines of the provider';
grant select, insert on absence to ${app};
grant update (ended_by, ended_at) on absence to ${app};
