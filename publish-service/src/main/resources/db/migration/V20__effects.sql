-- What goes with a result beside its counts. Null in results of before, which did not say.
alter table result add column effects text;
comment on column result.effects is 'JSON array: what other readings of the interpretations would change';
