-- What SeenBy knows, derived from the topic access-ledger and from nothing else.
--
-- Every table here may be dropped and rebuilt from the first record at any time, byte for byte: so there is no clock,
-- no sequence, no random value and no default in this file. Only the pipeline writes, one transaction per batch.
-- Every key begins with the tenant. Row-level security is forced: a session without a tenant reads nothing.
-- PostgreSQL refuses COPY into a table with row-level security. So the tables that get a row per entry are partitioned:
-- security stands on the table that everybody reads, and the pipeline copies into its partitions, which nobody else is
-- granted at all.
-- ledger_index counts all records of a tenant on the topic from 0 (TenantOpened): rows, duplicates, conflicts and
-- quarantined ones alike.

-- How far ---------------------------------------------------------------------------------------------------------

CREATE TABLE positions (
    partition   integer NOT NULL PRIMARY KEY,
    next_offset bigint  NOT NULL,
    entries     bigint  NOT NULL,
    duplicates  bigint  NOT NULL,
    conflicts   bigint  NOT NULL,
    quarantined bigint  NOT NULL,
    CONSTRAINT each_record_is_exactly_one CHECK (entries + duplicates + conflicts + quarantined = next_offset)
);
COMMENT ON TABLE positions IS 'Derived. The next offset of each ledger partition, moved by compare-and-set together with all that the records before it made.';

CREATE TABLE tenants (
    tenant        text        NOT NULL PRIMARY KEY,
    partition     integer     NOT NULL,
    next_index    bigint      NOT NULL,
    core_time     timestamptz NOT NULL,
    alert_ordinal bigint      NOT NULL
);
COMMENT ON TABLE tenants IS 'Derived. Where each tenant stands: its partition for life, its next ledger index, the running maximum of recordedAt, the ordinal of its latest alert revision.';

-- What happened ---------------------------------------------------------------------------------------------------

CREATE TABLE identities (
    tenant       text   NOT NULL,
    identity     bytea  NOT NULL,
    ledger_index bigint NOT NULL,
    content_tag  text   NOT NULL,
    PRIMARY KEY (tenant, identity)
) PARTITION BY HASH (tenant);
CREATE TABLE identities_0 PARTITION OF identities FOR VALUES WITH (MODULUS 8, REMAINDER 0);
CREATE TABLE identities_1 PARTITION OF identities FOR VALUES WITH (MODULUS 8, REMAINDER 1);
CREATE TABLE identities_2 PARTITION OF identities FOR VALUES WITH (MODULUS 8, REMAINDER 2);
CREATE TABLE identities_3 PARTITION OF identities FOR VALUES WITH (MODULUS 8, REMAINDER 3);
CREATE TABLE identities_4 PARTITION OF identities FOR VALUES WITH (MODULUS 8, REMAINDER 4);
CREATE TABLE identities_5 PARTITION OF identities FOR VALUES WITH (MODULUS 8, REMAINDER 5);
CREATE TABLE identities_6 PARTITION OF identities FOR VALUES WITH (MODULUS 8, REMAINDER 6);
CREATE TABLE identities_7 PARTITION OF identities FOR VALUES WITH (MODULUS 8, REMAINDER 7);
COMMENT ON TABLE identities IS 'Derived. Digest of (tenant, publisher, eventId) of every entry, kept for the life of the ledger: the same identity is a duplicate or a conflict.';

CREATE TABLE entries (
    tenant       text        NOT NULL,
    ledger_index bigint      NOT NULL,
    kafka_offset bigint      NOT NULL,
    recorded_at  timestamptz NOT NULL,
    occurred_at  timestamptz NOT NULL,
    publisher    text        NOT NULL,
    event_id     text        NOT NULL,
    type         text        NOT NULL,
    actor        text        NOT NULL,
    actor_kind   text        NOT NULL,
    record       text,
    record_type  text,
    labels       text[]      NOT NULL,
    action       text,
    outcome      text,
    purpose      text,
    late         boolean     NOT NULL,
    value        bytea       NOT NULL,
    PRIMARY KEY (tenant, ledger_index)
) PARTITION BY HASH (tenant);
CREATE TABLE entries_all PARTITION OF entries FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE INDEX entries_by_actor ON entries (tenant, actor, occurred_at, ledger_index);
CREATE INDEX entries_by_record ON entries (tenant, record, occurred_at, ledger_index) WHERE record IS NOT NULL;
CREATE INDEX entries_by_time ON entries (tenant, occurred_at, ledger_index);
COMMENT ON TABLE entries IS 'Derived. One row per accepted entry, never changed; value is the ledger record''s value, byte for byte.';
COMMENT ON COLUMN entries.record IS 'Keyed ref of the record that was looked at.';
COMMENT ON COLUMN entries.late IS 'Recorded more than 30 days after it occurred; rules over windows skip it.';

CREATE TABLE entry_clients (
    tenant       text        NOT NULL,
    client       text        NOT NULL,
    occurred_at  timestamptz NOT NULL,
    ledger_index bigint      NOT NULL,
    disclosure   boolean     NOT NULL,
    PRIMARY KEY (tenant, client, occurred_at, ledger_index)
) PARTITION BY HASH (tenant);
CREATE TABLE entry_clients_all PARTITION OF entry_clients FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE INDEX entry_clients_disclosed ON entry_clients (tenant, client, occurred_at, ledger_index) WHERE disclosure;
COMMENT ON TABLE entry_clients IS 'Derived. Each client of each entry, once.';

CREATE TABLE conflicts (
    tenant       text   NOT NULL,
    ledger_index bigint NOT NULL,
    kafka_offset bigint NOT NULL,
    first_index  bigint NOT NULL,
    publisher    text   NOT NULL,
    event_id     text   NOT NULL,
    value        bytea  NOT NULL,
    PRIMARY KEY (tenant, ledger_index)
);
COMMENT ON TABLE conflicts IS 'Derived. Records with the identity of an earlier entry (first_index) and other content: kept as evidence.';

CREATE TABLE quarantine (
    partition    integer NOT NULL,
    kafka_offset bigint  NOT NULL,
    tenant       text    NOT NULL,
    ledger_index bigint,
    reason       text    NOT NULL,
    value        bytea,
    key          bytea,
    PRIMARY KEY (tenant, partition, kafka_offset)
);
COMMENT ON TABLE quarantine IS 'Derived. Records that are no entry, with the reason; those of no tenant of their partition belong to ~unattributed.';

-- What is known ---------------------------------------------------------------------------------------------------

CREATE TABLE relationships (
    tenant       text        NOT NULL,
    relationship text        NOT NULL,
    actor        text        NOT NULL,
    client       text        NOT NULL,
    kind         text        NOT NULL,
    valid_from   timestamptz NOT NULL,
    valid_until  timestamptz,
    known_index  bigint      NOT NULL,
    ended_at     timestamptz,
    ended_index  bigint,
    PRIMARY KEY (tenant, actor, client, relationship, known_index)
);
CREATE INDEX relationships_by_name ON relationships (tenant, relationship);
COMMENT ON TABLE relationships IS 'Derived. What ties an actor to a client: since when, and at which entries that became known and ended.';

CREATE TABLE consents (
    tenant        text        NOT NULL,
    consent       text        NOT NULL,
    client        text        NOT NULL,
    decision      text        NOT NULL,
    record_types  text[]      NOT NULL,
    purposes      text[]      NOT NULL,
    recipients    text[]      NOT NULL,
    valid_from    timestamptz NOT NULL,
    valid_until   timestamptz,
    known_index   bigint      NOT NULL,
    revoked_at    timestamptz,
    revoked_index bigint,
    PRIMARY KEY (tenant, client, consent, known_index)
);
CREATE INDEX consents_by_name ON consents (tenant, consent);
COMMENT ON TABLE consents IS 'Derived. What each client permits or forbids; an empty list means any.';

CREATE TABLE client_traits (
    tenant      text        NOT NULL,
    client      text        NOT NULL,
    traits      text[]      NOT NULL,
    valid_from  timestamptz NOT NULL,
    known_index bigint      NOT NULL,
    PRIMARY KEY (tenant, client, known_index)
);
COMMENT ON TABLE client_traits IS 'Derived. The whole set of a client''s traits from a moment on, as it became known at an entry.';

-- What was judged -------------------------------------------------------------------------------------------------

CREATE TABLE findings (
    tenant          text        NOT NULL,
    finding_id      text        NOT NULL,
    rule            text        NOT NULL,
    rule_version    integer     NOT NULL,
    ledger_index    bigint      NOT NULL,
    actor           text        NOT NULL,
    client          text        NOT NULL,
    occurred_at     timestamptz NOT NULL,
    status          text        NOT NULL,
    explanation     text,
    explained_index bigint,
    alert_id        text,
    window_start    timestamptz,
    PRIMARY KEY (tenant, ledger_index, finding_id)
) PARTITION BY HASH (tenant);
CREATE TABLE findings_all PARTITION OF findings FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE INDEX findings_open_by_tie ON findings (tenant, actor, client) WHERE status = 'open';
CREATE INDEX findings_open_by_window ON findings (tenant, actor, window_start) WHERE status = 'open';
CREATE INDEX findings_open_by_alert ON findings (tenant, alert_id) WHERE status = 'open' AND alert_id IS NOT NULL;
COMMENT ON TABLE findings IS 'Derived. What a rule thought of an entry and a client: open, or explained by a relationship that arrived in time.';
COMMENT ON COLUMN findings.explanation IS 'Keyed ref of the relationship that explains it, stated at explained_index.';

CREATE TABLE repeat_windows (
    tenant       text        NOT NULL,
    actor        text        NOT NULL,
    window_start timestamptz NOT NULL,
    clients      text[]      NOT NULL,
    alerted      boolean     NOT NULL,
    PRIMARY KEY (tenant, actor, window_start)
);
COMMENT ON TABLE repeat_windows IS 'Derived. Clients whom an actor looked at unexplained within one window of core time.';

CREATE TABLE alerts (
    tenant       text        NOT NULL,
    alert_id     text        NOT NULL,
    revision     integer     NOT NULL,
    ordinal      bigint      NOT NULL,
    rule         text        NOT NULL,
    rule_version integer     NOT NULL,
    severity     text        NOT NULL,
    status       text        NOT NULL,
    actor        text,
    clients      text[]      NOT NULL,
    window_start timestamptz,
    subject      text        NOT NULL,
    occurred_at  timestamptz NOT NULL,
    raised_at    timestamptz NOT NULL,
    payload      bytea       NOT NULL,
    PRIMARY KEY (tenant, alert_id),
    UNIQUE (tenant, ordinal),
    CONSTRAINT one_alert_per_window_and_subject UNIQUE (tenant, window_start, subject, rule, rule_version)
);
COMMENT ON TABLE alerts IS 'Derived. The latest revision of each alert.';
COMMENT ON COLUMN alerts.window_start IS 'Of the core day in which the rule speaks once of the subject; null where it speaks per entry.';

CREATE TABLE alert_revisions (
    tenant   text    NOT NULL,
    ordinal  bigint  NOT NULL,
    alert_id text    NOT NULL,
    revision integer NOT NULL,
    payload  bytea   NOT NULL,
    PRIMARY KEY (tenant, ordinal),
    UNIQUE (tenant, alert_id, revision)
);
COMMENT ON TABLE alert_revisions IS 'Derived. Every revision of every alert in the tenant''s order: the journal behind the stream and the outbox of the topic breach-alerts.';

-- Who may do what -------------------------------------------------------------------------------------------------
-- Nobody who runs owns anything, nobody deletes, and what was written once is never updated.

GRANT USAGE ON SCHEMA "${flyway:defaultSchema}" TO projector, query;

GRANT SELECT ON identities, entries, entry_clients TO projector;
GRANT INSERT ON identities_0, identities_1, identities_2, identities_3, identities_4, identities_5, identities_6,
    identities_7, entries_all, entry_clients_all, findings_all TO projector;
GRANT SELECT, INSERT ON conflicts, quarantine, client_traits, alert_revisions TO projector;
GRANT SELECT, UPDATE ON findings TO projector;
GRANT SELECT, INSERT, UPDATE ON positions, tenants, relationships, consents, repeat_windows, alerts TO projector;
GRANT SELECT ON tenants, entries, entry_clients, conflicts, quarantine, relationships, consents, client_traits,
    findings, alerts, alert_revisions TO query;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['positions', 'tenants', 'identities', 'entries', 'entry_clients', 'conflicts',
            'quarantine', 'relationships', 'consents', 'client_traits', 'findings', 'repeat_windows', 'alerts',
            'alert_revisions'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY projector_sees_all ON %I TO projector USING (true) WITH CHECK (true)', name);
        IF name <> 'positions' THEN
            EXECUTE format('CREATE POLICY query_sees_its_tenant ON %I FOR SELECT TO query '
                'USING (tenant = NULLIF(current_setting(''app.tenant'', true), ''''))', name);
        END IF;
    END LOOP;
END
$$;
