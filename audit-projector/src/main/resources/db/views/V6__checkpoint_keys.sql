-- The keys that sign checkpoints: which of them the ledger has announced, and how far the topic was read for each.
--
-- No entry before this version announces one, so nothing begins again.

CREATE TABLE checkpoint_keys (
    partition    integer NOT NULL,
    public_key   text    NOT NULL,
    announced_at bigint  NOT NULL,
    PRIMARY KEY (partition, public_key)
);
COMMENT ON TABLE checkpoint_keys IS 'Derived. The keys that sign the checkpoints of each partition''s trees, as its CheckpointKeyRotated entries say.';
COMMENT ON COLUMN checkpoint_keys.public_key IS 'The 32 bytes of RFC 8032 in base64: the key without a name.';
COMMENT ON COLUMN checkpoint_keys.announced_at IS 'Offset of the first entry that announced it.';

CREATE TABLE checkpoint_reading (
    public_key  text   NOT NULL PRIMARY KEY,
    next_offset bigint NOT NULL
);
COMMENT ON TABLE checkpoint_reading IS 'Derived. From the topic ledger-checkpoints alone: up to where it was searched for checkpoints that this key signed. A key that is new here begins at the first.';

GRANT SELECT, INSERT ON checkpoint_keys TO projector;
GRANT SELECT, INSERT, UPDATE ON checkpoint_reading TO projector;

ALTER TABLE checkpoint_keys ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY projector_sees_all ON checkpoint_keys TO projector USING (true) WITH CHECK (true);
ALTER TABLE checkpoint_reading ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY projector_sees_all ON checkpoint_reading TO projector USING (true) WITH CHECK (true);
