-- A message that the broker will never take holds up no other.
alter table outbox add column parked_at timestamptz, add column reason text;
comment on column outbox.parked_at is 'set when the row can never be sent as it is; an operator looks at it, and the progress of the same round waits for that';
create index outbox_waiting on outbox (id) where parked_at is null;
create index outbox_parked on outbox (created_at) where parked_at is not null;
