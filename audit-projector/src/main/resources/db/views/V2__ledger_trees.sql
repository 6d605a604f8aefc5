-- The ledger's Merkle trees: one per tenant, and one per partition for the records of no tenant.
--
-- Views from before know no leaves, and a leaf is every record, not only those that became rows. So what is derived
-- begins again: the projector reads the ledger from its first record, by itself, and sends no alert twice, because the
-- marks of what was published are owned and stay.

TRUNCATE positions, tenants, identities, entries, entry_clients, conflicts, quarantine, relationships, consents,
    client_traits, findings, repeat_windows, alerts, alert_revisions;

ALTER TABLE tenants ADD COLUMN peaks bytea NOT NULL, ADD COLUMN forgery_day timestamptz;
COMMENT ON COLUMN tenants.forgery_day IS 'Core day of the latest alert about a record that nobody with a ledger key has written.';
COMMENT ON COLUMN tenants.peaks IS 'Roots of the complete subtrees of the tenant''s tree of next_index leaves, the largest first, 32 bytes each: its root, and all that is needed to let it grow.';

ALTER TABLE positions ADD COLUMN strangers bigint NOT NULL, ADD COLUMN stranger_peaks bytea NOT NULL;
COMMENT ON COLUMN positions.strangers IS 'Records of no tenant of this partition: leaves of its tree ~unattributed, whose peaks stand beside it.';

ALTER TABLE quarantine ALTER COLUMN ledger_index SET NOT NULL;
COMMENT ON COLUMN quarantine.ledger_index IS 'In the tenant''s tree, or in the partition''s tree ~unattributed.';

CREATE TABLE tree_tiles (
    tenant    text    NOT NULL,
    partition integer NOT NULL,
    level     integer NOT NULL,
    tile      bigint  NOT NULL,
    hashes    bytea   NOT NULL,
    PRIMARY KEY (tenant, partition, level, tile),
    CONSTRAINT whole_hashes_and_not_too_many CHECK (length(hashes) % 32 = 0 AND length(hashes) BETWEEN 32 AND 8192)
);
ALTER TABLE tree_tiles ALTER COLUMN hashes SET STORAGE EXTERNAL;
COMMENT ON TABLE tree_tiles IS 'Derived. The trees'' hashes in tiles of 256 (C2SP tlog-tiles): level 0 holds leaf hashes, level n the roots of the full tiles of level n - 1. Only ever appended to.';

CREATE TABLE checkpoints (
    tenant       text        NOT NULL,
    origin       text        NOT NULL,
    size         bigint      NOT NULL,
    published_at timestamptz NOT NULL,
    kafka_offset bigint      NOT NULL,
    note         text        NOT NULL,
    PRIMARY KEY (tenant, origin)
);
COMMENT ON TABLE checkpoints IS 'Derived. From the topic ledger-checkpoints alone: the latest checkpoint of each tree that was published, never a smaller one after a larger.';

GRANT SELECT, INSERT, UPDATE ON tree_tiles, checkpoints TO projector;
GRANT SELECT ON tree_tiles, checkpoints TO query;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['tree_tiles', 'checkpoints'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY projector_sees_all ON %I TO projector USING (true) WITH CHECK (true)', name);
        EXECUTE format('CREATE POLICY query_sees_its_tenant ON %I FOR SELECT TO query '
            'USING (tenant = NULLIF(current_setting(''app.tenant'', true), ''''))', name);
    END LOOP;
END
$$;
