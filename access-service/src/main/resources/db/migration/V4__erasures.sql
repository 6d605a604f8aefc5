-- What the ledger says of clients who are erased, are to be, or must not be. Read from the ledger, but owned: it stands
-- beside the wrapped keys and is backed up and restored with them, so that whoever restores old keys restores how far the
-- ledger was read for them, and reads on from there.

create table keys.followed (
    topic       text    not null,
    partition   integer not null check (partition >= 0),
    -- Moved by compare-and-set, in the same transaction as everything that the records before it say.
    next_offset bigint  not null check (next_offset >= 0),
    -- Which ledger keys prove the next record: key, from, retired at (or a dash); with commas between.
    terms       text    not null,
    primary key (topic, partition)
);

-- When information about each client was last released, by the publisher's clock (45 CFR 164.528).
create table keys.last_disclosures (
    tenant      text        not null references keys.tenants,
    client      text        not null,
    occurred_at timestamptz not null,
    primary key (tenant, client)
);

create table keys.legal_holds (
    tenant text not null references keys.tenants,
    client text not null,
    hold   text not null,
    primary key (tenant, client, hold)
);

create table keys.duties (
    tenant       text        not null references keys.tenants,
    duty         text        not null,
    what         text        not null,
    client       text        not null,
    -- Keyed ref of who asked: never who approves.
    requester    text        not null,
    requested_at timestamptz not null,
    until        timestamptz not null,
    state        text        not null check (state in ('requested', 'approved', 'done')),
    approved_at  timestamptz,
    primary key (tenant, duty),
    check ((state = 'requested') = (approved_at is null))
);
create index duties_approved on keys.duties (approved_at) where state = 'approved';

create table keys.erasures (
    -- Given under a lock, so a row never becomes visible after one with a higher number: instances read on from the last.
    ordinal    bigint  primary key,
    tenant     text    not null references keys.tenants,
    client     text    not null,
    duty       text    not null,
    -- Keys up to this generation are destroyed, and destroyed again wherever a backup brings them back.
    generation integer not null check (generation >= 0),
    unique (tenant, duty)
);
create index erasures_of_client on keys.erasures (tenant, client);

grant select, insert on keys.followed, keys.last_disclosures, keys.legal_holds, keys.duties, keys.erasures to access;
grant update (next_offset, terms) on keys.followed to access;
grant update (occurred_at) on keys.last_disclosures to access;
grant delete on keys.legal_holds, keys.client_keys to access;
grant update (state, approved_at) on keys.duties to access;
