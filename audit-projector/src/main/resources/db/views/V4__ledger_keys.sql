-- The ledger keys: which of them prove the records of a partition, and from where to where.
--
-- A partition that has no row yet accepts the first key of the key file from its first record on; its next batch says so
-- here.

CREATE TABLE ledger_keys (
    partition     integer NOT NULL,
    key_id        bigint  NOT NULL,
    accepted_from bigint  NOT NULL,
    retired_at    bigint,
    PRIMARY KEY (partition, key_id)
);
COMMENT ON TABLE ledger_keys IS 'Derived. The keys that prove the records of each partition, as its LedgerKeyRotated entries say.';
COMMENT ON COLUMN ledger_keys.accepted_from IS 'Offset of the entry that accepted the key; it proves the records after it. 0 for the first key.';
COMMENT ON COLUMN ledger_keys.retired_at IS 'Offset of the entry that retired the key; it proves no record after it.';

GRANT SELECT, INSERT, UPDATE ON ledger_keys TO projector;

ALTER TABLE ledger_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY projector_sees_all ON ledger_keys TO projector USING (true) WITH CHECK (true);
