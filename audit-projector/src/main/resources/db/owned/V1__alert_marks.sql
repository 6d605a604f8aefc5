-- What cannot be derived from the ledger: it is backed up, and no rebuild touches it.

CREATE TABLE alert_marks (
    tenant            text   NOT NULL PRIMARY KEY,
    published_ordinal bigint NOT NULL
);
COMMENT ON TABLE alert_marks IS 'Owned. The latest alert revision of each tenant that the topic breach-alerts has acknowledged; a rebuild sends nothing up to here.';

GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO projector;
GRANT SELECT, INSERT, UPDATE ON alert_marks TO projector;

ALTER TABLE alert_marks ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY projector_sees_all ON alert_marks TO projector USING (true) WITH CHECK (true);
