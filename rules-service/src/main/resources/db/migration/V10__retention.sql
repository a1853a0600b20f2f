-- Contacts are dropped when their time is over; revisions, hashes, counts and results stand (decisions/0005).
alter table slice alter column body drop not null;
comment on column slice.body is 'deflated JSON array of the contacts as received; null: dropped after the retention time, or of a sealed day';
create function body_only_goes() returns trigger language plpgsql as $$
begin
    raise exception 'The body of a slice never changes; it can only be dropped' using errcode = '42501';
end
$$;
create trigger slice_body before update of body on slice
    for each row when (new.body is not null) execute function body_only_goes();
grant update (body) on slice to ${app};

alter table slice_head add column dropped boolean not null default false;
comment on column slice_head.dropped is 'whether the bodies of its revisions are gone';
create index slice_head_kept on slice_head (day) where not dropped;

-- One row: days before this one are never evaluated again, whatever comes and whatever the retention time is set to later.
create table seal (
    single      boolean primary key default true check (single),
    days_before date    not null
);
insert into seal (days_before) values ('0001-01-01');
grant select, update (days_before) on seal to ${app};
