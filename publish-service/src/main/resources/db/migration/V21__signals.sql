-- Null in results of before, which did not say.
alter table result add column signals text;
alter table result add column working_days text;
comment on column result.signals is 'JSON: signals, demand by the hour, waits';
comment on column result.working_days is 'JSON array: which days of the month are working days by the calendar';
