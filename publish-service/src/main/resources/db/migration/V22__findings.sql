alter table submission add column unknown_lines bigint not null default 0;
alter table submission add column skipped_times bigint not null default 0;
alter table submission add column repeated_times bigint not null default 0;
comment on column submission.unknown_lines is 'rows whose line the register does not know';
comment on column submission.skipped_times is 'rows with a local time that summer time skips';
comment on column submission.repeated_times is 'rows with a local time that summer time repeats';
