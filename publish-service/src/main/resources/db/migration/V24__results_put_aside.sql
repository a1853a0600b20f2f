-- Results that could not be taken in and lie in dead-letters: until one is taken in for the same unit, day and channel, the month cannot
-- be signed without them.
create table result_put_aside (
    unit         text        not null,
    day          date        not null,
    channel      text        not null,
    reason       text        not null,
    put_aside_at timestamptz not null,
    primary key (unit, day, channel)
);
create index result_put_aside_by_day on result_put_aside (day);

grant select, insert, update, delete on result_put_aside to ${app};
