-- Contacts that a system tells of one by one, until they are put in place together (decisions/0016).
create table live_contact (
    source        integer     not null references source,
    id            text        not null collate "C",
    said          jsonb       not null,
    revision      bigint      not null,
    line          text,
    day           date,
    unit          text,
    first_line    text,
    first_unit    text,
    warned        boolean,
    content       text,
    waiting_since timestamptz not null,
    sent_by       text        not null,
    profile       text        not null,
    primary key (source, id)
);
create index live_contact_by_time on live_contact (waiting_since);
comment on column live_contact.said is 'what was said so far, by field; caller and problem as pseudonyms';
comment on column live_contact.content is 'the canonical contact; null: too little is known as yet';
grant select, insert, update, delete on live_contact to ${app};
