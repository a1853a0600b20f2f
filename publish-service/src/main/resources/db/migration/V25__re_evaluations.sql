-- What rules-service told last of what it evaluates again (deploy/contracts): no month is signed meanwhile. No row: it has told nothing yet.
create table re_evaluations (
    single           boolean primary key default true check (single),
    revision         bigint not null,
    register_version bigint not null,
    at_work          text   not null
);
comment on column re_evaluations.register_version is 'the newest version of the register that results are made by';
comment on column re_evaluations.at_work is 'JSON: periods of which results may change, with the reason and the regions';
grant select, insert, update on re_evaluations to ${app};
