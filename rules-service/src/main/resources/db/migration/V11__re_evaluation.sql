-- What is evaluated anew without anything having come waits behind what comes in (decisions/0006).
alter table dirty add column background boolean not null default false;
alter table dirty add column re_evaluation bigint;
comment on column dirty.background is 'behind everything that came in; whoever marks the row because something came brings it forward';
comment on column dirty.re_evaluation is 'the re-evaluation that asked for it last';
drop index dirty_by_age;
create index dirty_by_age on dirty (background, since, root, day) where parked_at is null;
create index dirty_by_re_evaluation on dirty (re_evaluation) where re_evaluation is not null;

create table re_evaluation (
    id          bigint generated always as identity primary key,
    reason      text        not null check (reason in ('operator', 'register', 'rules')),
    first_day   date        not null,
    last_day    date        not null,
    asked_by    text        not null,
    asked_at    timestamptz not null,
    unit_days   bigint      not null,
    marked      bigint      not null default 0,
    next_day    date        not null,
    finished_at timestamptz
);
create index re_evaluation_unfinished on re_evaluation (id) where finished_at is null;
comment on table re_evaluation is 'marked day by day, so that the queue stays short and nobody waits for a long transaction';
comment on column re_evaluation.reason is 'operator: everything of the period; register: what a new version touches; rules: what stands by other rules than those in force';
comment on column re_evaluation.unit_days is 'how many there were when it was asked for';
comment on column re_evaluation.next_day is 'the day that is marked next';
create index result_head_by_day on result_head (day, root);
grant select, insert, update on re_evaluation to ${app};
