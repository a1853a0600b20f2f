-- Rows that are put together with another row of the same contact.
alter table submission add column rows_joined bigint not null default 0;
alter table submission drop constraint submission_check1;
alter table submission add constraint submission_balance check (state in ('received', 'failed')
    or rows_read = rows_accepted + rows_joined + rows_repeated + rows_skipped + rows_in_error);

-- The same body, sent again, is known by its digest; the same request, by the sender's key.
alter table submission add column digest text;
alter table submission add column repeats uuid references submission;
alter table submission add column idempotency_key text;
create index submission_by_digest on submission (source, digest) where digest is not null;
create index submission_by_key on submission (sent_by, idempotency_key) where idempotency_key is not null;
comment on column submission.digest is 'of the body and its parameters, keyed like a caller: nothing of a body can be worked out from it. Null: it was not read to its end';
comment on column submission.repeats is 'an earlier submission with the same digest';

-- Submissions that are only tried: nothing of them is kept but this row, while their rows are staged.
create unlogged table rehearsal (
    id       uuid primary key,
    begun_at timestamptz not null default now()
);
grant select, insert, delete on rehearsal to ${app};
