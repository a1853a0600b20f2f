-- Which rules each replica that is alive evaluates by (decisions/0006): in a rolling deploy those announced last evaluate alone.
create table announced_rules (
    replica text        primary key,
    rules   text        not null,
    since   timestamptz not null,
    seen_at timestamptz not null
);
comment on column announced_rules.rules is 'hash over editions, switches and calendar of every month and day';
comment on column announced_rules.since is 'since when some replica that is alive has had these rules';
grant select, insert, update, delete on announced_rules to ${app};

-- The rules that what stands was last held against; who evaluates has them.
create table reviewed_rules (
    single boolean primary key default true check (single),
    rules  text not null
);
insert into reviewed_rules (rules) values ('');
grant select, update on reviewed_rules to ${app};

-- A new version of the register is worked through day by day as well.
alter table re_evaluation add column lines text[], add column regions text[];
comment on column re_evaluation.lines is 'of a new version of the register: the lines that it takes differently';
comment on column re_evaluation.regions is 'whose figures it may change; null: any';

-- What was told last of what is being evaluated again (deploy/contracts): who signs a month waits for that.
create table told_re_evaluations (
    single   boolean primary key default true check (single),
    revision bigint not null,
    body     text   not null
);
insert into told_re_evaluations (revision, body) values (0, '');
grant select, update on told_re_evaluations to ${app};
