-- What was decided about publishers, in the order in which it was decided; a publisher stands as its last row says. Owned
-- by access-service: it is the deny list that every instance reads, and the ledger holds the same decisions as entries.

create table keys.publisher_changes (
    -- Given under a lock, so a row never becomes visible after one with a higher number: instances read on from the last.
    ordinal    bigint      primary key,
    tenant     text        not null references keys.tenants,
    publisher  text        not null,
    suspended  boolean     not null,
    -- Wire names of the events it may send, with spaces between.
    types      text        not null,
    per_second bigint      not null check (per_second between 1 and 1000000),
    burst      bigint      not null check (burst between 1 and 10000000),
    since      timestamptz not null,
    -- What is to be appended to the ledger, sealed under the tenant's key; gone when the ledger has it.
    untold     bytea
);

create index publisher_changes_latest on keys.publisher_changes (tenant, publisher, ordinal desc);
create index publisher_changes_untold on keys.publisher_changes (tenant, ordinal) where untold is not null;

grant select, insert on keys.publisher_changes to access;
grant update (untold) on keys.publisher_changes to access;
