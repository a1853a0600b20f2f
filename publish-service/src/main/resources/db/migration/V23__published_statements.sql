-- Each signed statement is held to the hash of all that it says, and to the version before.
alter table signed_statement add column hash text;
alter table signed_statement add column previous_hash text;
comment on column signed_statement.hash is 'SHA-256; null in statements of before, which were not chained';

-- What the public gets of a signed statement: made once, when it is signed, and served as it is.
create table published_statement (
    id            text primary key references signed_statement,
    region        text    not null,
    month         text    not null,
    version       integer not null,
    disclosure    text    not null,
    hash          text    not null,
    previous_hash text,
    json          text    not null,
    json_tag      text    not null,
    csv           text    not null,
    csv_tag       text    not null,
    unique (region, month, version)
);
create index published_statement_by_month on published_statement (month);
comment on column published_statement.disclosure is 'JSON, not public: the groups of units that were told together, which later statements of the month are held against';

grant select, insert on published_statement to ${app};
