-- What a service could not take: seen without its body, and sent again when the cause is gone (decisions/0014).
create table dead_letter (
    id               bigint generated always as identity primary key,
    letter_partition int         not null,
    letter_offset    bigint      not null,
    died_at          timestamptz not null,
    topic            text        not null,
    topic_partition  int         not null,
    topic_offset     bigint      not null,
    service          text        not null,
    type             text        not null,
    reason           text        not null,
    key              bytea,
    body             bytea       not null,
    replayed_at      timestamptz,
    replayed_by      text,
    unique (letter_partition, letter_offset, died_at)
);
create index dead_letter_by_topic on dead_letter (topic, id desc);
create index dead_letter_by_age on dead_letter (died_at);
comment on column dead_letter.letter_offset is 'where it stood in the topic dead-letters: read twice, it is kept once';
comment on column dead_letter.body is 'as it came; kept to be sent again, never shown';
grant select, insert, delete on dead_letter to ${app};
grant update (replayed_at, replayed_by) on dead_letter to ${app};
