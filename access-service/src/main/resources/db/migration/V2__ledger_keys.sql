-- Which ledger keys each partition was told of, so that no record is proven by a key that its readers do not accept.

create table keys.ledger_keys (
    partition integer     not null check (partition >= 0),
    key_id    bigint      not null check (key_id between 0 and 4294967295),
    ordinal   bigint      not null,
    -- 'accepting' and 'retiring' until the record that says so is in the ledger; a crash between the two is finished at
    -- the next start.
    state     text        not null check (state in ('accepting', 'accepted', 'retiring', 'retired')),
    since     timestamptz not null,
    primary key (partition, key_id),
    unique (partition, ordinal)
);

grant select, insert on keys.ledger_keys to access;
grant update (state, since) on keys.ledger_keys to access;
