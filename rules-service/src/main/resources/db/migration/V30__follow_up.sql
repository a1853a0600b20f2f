-- What a region follows its own units up by, where it asks for more than the national measurement or for other things. Every version
-- stands. No result is made from these.
create table follow_up_rules (
    region            text        not null check (region ~ '^[0-9]{2}$'),
    version           bigint      not null check (version >= 1),
    required_attempts int         not null check (required_attempts between 1 and 20),
    closed_from       time        not null,
    closed_to         time        not null check (closed_to > closed_from),
    target_minutes    int         check (target_minutes >= 1),
    changed_at        timestamptz not null,
    changed_by        text        not null,
    primary key (region, version)
);
comment on column follow_up_rules.closed_from is 'a call to a closed queue counts from this local time to closed_to';
comment on column follow_up_rules.changed_by is 'the client that the token was issued to';

grant select, insert on follow_up_rules to ${app};
