-- The outbox as every service has it (service-base). Replicas of the version before still write their rows as they did.
alter table outbox
    alter column body drop not null,
    add column reference text,
    add column bytes bigint not null default 0 check (bytes >= 0),
    add check ((body is null) <> (reference is null));
comment on column outbox.reference is 'what the body is rendered from when it is sent; only the renderer of the type knows its form';
comment on column outbox.bytes is 'size of the body, or an estimate of what the reference renders to';
