-- Owned by access-service alone: the wrapped keys. What is lost here can never be read again: back it up.

create table keys.tenants (
    tenant      text        primary key,
    partition   integer     not null check (partition >= 0),
    -- 'opening' until TenantOpened is in the ledger; a crash between the two is finished by the next request.
    state       text        not null check (state in ('opening', 'open')),
    name        text,
    opened_at   timestamptz not null,
    index_key   bytea       not null,
    tag_key     bytea       not null,
    data_key_id text        not null,
    data_key    bytea       not null
);

create table keys.client_keys (
    tenant      text        not null references keys.tenants,
    client      text        not null,
    generation  integer     not null check (generation >= 1),
    key_id      text        not null,
    wrapped_key bytea       not null,
    primary key (tenant, client, generation)
);

grant usage on schema keys to access;
grant select, insert on keys.tenants, keys.client_keys to access;
-- Of a tenant, only that it is open is ever changed; partition and keys are for life.
grant update (state) on keys.tenants to access;
