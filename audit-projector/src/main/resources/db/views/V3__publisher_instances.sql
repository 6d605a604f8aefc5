-- Whether all that publishers have sent has arrived.
--
-- Views from before have not counted. So what is derived begins again, as with V2: the projector reads the ledger from its
-- first record, by itself.

TRUNCATE positions, tenants, identities, entries, entry_clients, conflicts, quarantine, relationships, consents,
    client_traits, findings, repeat_windows, alerts, alert_revisions, tree_tiles;

CREATE TABLE publisher_instances (
    tenant            text        NOT NULL,
    publisher         text        NOT NULL,
    instance          text        NOT NULL,
    heard_at          timestamptz NOT NULL,
    heard_index       bigint      NOT NULL,
    promise_seconds   bigint,
    first_sequence    bigint,
    highest_sequence  bigint,
    missing           bigint      NOT NULL,
    gaps              jsonb       NOT NULL,
    silent            boolean     NOT NULL,
    gap_alert         text,
    gap_alert_day     timestamptz,
    silence_alert     text,
    silence_alert_day timestamptz,
    deadline          timestamptz,
    PRIMARY KEY (tenant, publisher, instance)
);
CREATE INDEX publisher_instances_due ON publisher_instances (tenant, deadline) WHERE deadline IS NOT NULL;
COMMENT ON TABLE publisher_instances IS 'Derived. Each instance of a publisher: when it was heard, how far it has counted, and what of that has not arrived.';
COMMENT ON COLUMN publisher_instances.heard_at IS 'Core time at its latest record, which stands at heard_index.';
COMMENT ON COLUMN publisher_instances.gaps IS 'At most 100 ranges of numbers that have not arrived, ascending; missing says how many numbers that are.';
COMMENT ON COLUMN publisher_instances.deadline IS 'Core time after which a rule has something to say about it, if nothing happens before.';

GRANT SELECT, INSERT, UPDATE ON publisher_instances TO projector;
GRANT SELECT ON publisher_instances TO query;

ALTER TABLE publisher_instances ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY projector_sees_all ON publisher_instances TO projector USING (true) WITH CHECK (true);
CREATE POLICY query_sees_its_tenant ON publisher_instances FOR SELECT TO query
    USING (tenant = NULLIF(current_setting('app.tenant', true), ''));
