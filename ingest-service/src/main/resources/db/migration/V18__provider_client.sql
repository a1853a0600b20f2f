-- Providers' clients in Keycloak: what was done with them, when, by whom and why. The highest revision stands.
create table provider_client (
    client         text        not null,
    revision       bigint      not null,
    provider       text        not null,
    state          text        not null check (state in ('active', 'paused', 'ended')),
    authentication text        not null check (authentication in ('private-key-jwt', 'client-secret')),
    changed_at     timestamptz not null,
    changed_by     text        not null,
    reason         text,
    settled_at     timestamptz,
    primary key (client, revision)
);
create index provider_client_by_provider on provider_client (provider);
create index provider_client_unsettled on provider_client (client) where settled_at is null;
comment on column provider_client.settled_at is 'when Keycloak had it so; null: it is yet to be told';
grant select, insert on provider_client to ${app};
grant update (settled_at) on provider_client to ${app};
