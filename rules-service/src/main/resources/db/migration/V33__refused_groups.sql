-- Groups of contacts whose parts do not fit together: seen by the operator until somebody has sent their days again and dismisses them.
create table refused_group (
    group_id    text primary key,
    submission  text        not null,
    first_day   date        not null,
    last_day    date        not null,
    parts       int         not null,
    reason      text        not null,
    refused_at  timestamptz not null
);
comment on table refused_group is 'the parts themselves are dropped: ingest-service has them';
grant select, insert, delete on refused_group to ${app};
comment on column waiting_part.reason is 'written by versions before this one; of no meaning any more';
