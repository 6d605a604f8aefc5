-- What is usual: of each actor, and of those who do the same work.
--
-- Views from before have counted nothing. So what is derived begins again, as with V8: the projector reads the ledger from
-- its first record, by itself.

TRUNCATE positions, ledger_keys, tenants, identities, entries, entry_clients, conflicts, quarantine, relationships,
    team_ties, actor_standings, walls, client_tokens, client_erasures, consents, client_traits, findings, repeat_windows,
    alerts, alert_revisions, alert_work, tree_tiles, publisher_instances, checkpoint_keys;

CREATE TABLE actor_habits (
    tenant    text        NOT NULL,
    actor     text        NOT NULL,
    last_seen timestamptz NOT NULL,
    day       timestamptz NOT NULL,
    woke      boolean     NOT NULL,
    clients   bytea       NOT NULL,
    taken     bigint      NOT NULL,
    refused   bigint      NOT NULL,
    unopened  text[]      NOT NULL,
    exposed   bytea       NOT NULL,
    told      text[]      NOT NULL,
    days      integer[]   NOT NULL,
    PRIMARY KEY (tenant, actor)
) WITH (fillfactor = 70);
COMMENT ON TABLE actor_habits IS 'Derived. Each actor''s latest day so far, and how busy the finished days before it were.';
COMMENT ON COLUMN actor_habits.day IS 'Start of the day of occurrence (UTC) that is counted; it only moves on.';
COMMENT ON COLUMN actor_habits.woke IS 'On this day the actor came back after a long silence.';
COMMENT ON COLUMN actor_habits.clients IS '32 bits of the ref of each client opened, printed or exported on this day, ascending.';
COMMENT ON COLUMN actor_habits.taken IS 'Records exported and clients printed on this day; refused: attempts that a system denied.';
COMMENT ON COLUMN actor_habits.unopened IS 'Searches of this day of which no listed client was opened since: terms, a colon, clients, 32 bits of each.';
COMMENT ON COLUMN actor_habits.exposed IS 'As clients: those listed by searches that nothing explains.';
COMMENT ON COLUMN actor_habits.told IS 'Rules that have told people about this day.';
COMMENT ON COLUMN actor_habits.days IS 'How many finished days fell into each bucket of distinct clients.';

CREATE TABLE peer_habits (
    tenant     text      NOT NULL,
    department text      NOT NULL,
    role       text      NOT NULL,
    days       integer[] NOT NULL,
    hours      bigint[]  NOT NULL,
    PRIMARY KEY (tenant, department, role)
) WITH (fillfactor = 70);
COMMENT ON TABLE peer_habits IS 'Derived. How busy the finished days of all actors of a role in a department were, and looks in each of the 24 hours (UTC).';

GRANT SELECT, INSERT, UPDATE ON actor_habits, peer_habits TO projector;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['actor_habits', 'peer_habits'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY projector_sees_all ON %I TO projector USING (true) WITH CHECK (true)', name);
    END LOOP;
END
$$;
