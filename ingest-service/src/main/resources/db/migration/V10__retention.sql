-- Contacts are dropped when their time is over; revisions, hashes and counts stand (decisions/0013).
alter table slice_revision alter column content drop not null;
comment on column slice_revision.content is 'one contact a line, ordered by id; empty: no contacts; null: dropped after the retention time';
create index slice_revision_kept on slice_revision (day, source) where content is not null;

-- The service may take a revision's content away, and do nothing else to it.
create function content_only_goes() returns trigger language plpgsql as $$
begin
    raise exception 'The content of a slice revision never changes; it can only be dropped' using errcode = '42501';
end
$$;
create trigger slice_revision_content before update of content on slice_revision
    for each row when (new.content is not null) execute function content_only_goes();
grant update (content) on slice_revision to ${app};

-- One row: days before this one have no contacts any more, and get none, whatever the retention time is set to later.
create table dropped_days (
    single boolean primary key default true check (single),
    before date    not null
);
insert into dropped_days (before) values ('0001-01-01');
grant select, update (before) on dropped_days to ${app};

-- Submissions whose report still lists single rows.
create index submission_with_rows on submission (received_at)
    where report -> 'errors' <> '[]' or report -> 'warnings' <> '[]';
create index outbox_parked on outbox (parked_at) where parked_at is not null;
