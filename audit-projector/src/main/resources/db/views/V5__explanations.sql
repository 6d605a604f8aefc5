-- Why each access was appropriate, or what speaks against it.
--
-- Views from before have no reason beside an access, and know of no team, standing or wall. So what is derived begins
-- again, as with V2: the projector reads the ledger from its first record, by itself.

TRUNCATE positions, ledger_keys, tenants, identities, entries, entry_clients, conflicts, quarantine, relationships,
    consents, client_traits, findings, repeat_windows, alerts, alert_revisions, tree_tiles, publisher_instances;

ALTER TABLE entry_clients
    ADD COLUMN verdict text,
    ADD COLUMN reason text,
    ADD COLUMN tie text,
    ADD COLUMN evidence bigint[],
    ADD CONSTRAINT a_verdict_has_its_evidence CHECK ((verdict IS NULL) = (evidence IS NULL));
COMMENT ON COLUMN entry_clients.verdict IS 'explained, unexplained or contradicted, by the facts known at the entry; null where the entry is no access that is judged.';
COMMENT ON COLUMN entry_clients.reason IS 'How the actor is connected with the client, or what contradicts the access; tie is the kind of relationship it rests on.';
COMMENT ON COLUMN entry_clients.evidence IS 'Ledger indexes of the facts used, ascending.';

CREATE TABLE team_ties (
    tenant       text        NOT NULL,
    relationship text        NOT NULL,
    team         text        NOT NULL,
    client       text        NOT NULL,
    kind         text        NOT NULL,
    valid_from   timestamptz NOT NULL,
    valid_until  timestamptz,
    known_index  bigint      NOT NULL,
    ended_at     timestamptz,
    ended_index  bigint,
    PRIMARY KEY (tenant, client, team, relationship, known_index)
);
CREATE INDEX team_ties_by_name ON team_ties (tenant, relationship);
COMMENT ON TABLE team_ties IS 'Derived. What ties a team to a client, as relationships tie an actor.';

CREATE TABLE actor_standings (
    tenant      text        NOT NULL,
    actor       text        NOT NULL,
    teams       text[]      NOT NULL,
    supervisor  text,
    own_client  text,
    surname     text,
    household   text,
    street      text,
    has_left    boolean     NOT NULL,
    valid_from  timestamptz NOT NULL,
    known_index bigint      NOT NULL,
    PRIMARY KEY (tenant, actor, known_index)
);
CREATE INDEX actor_standings_by_supervisor ON actor_standings (tenant, supervisor) WHERE supervisor IS NOT NULL;
COMMENT ON TABLE actor_standings IS 'Derived. How each actor stands in the organisation from a moment on, the whole of it, as it became known at an entry.';
COMMENT ON COLUMN actor_standings.own_client IS 'The actor as a client here.';

CREATE TABLE walls (
    tenant      text        NOT NULL,
    wall        text        NOT NULL,
    client      text        NOT NULL,
    actors      text[]      NOT NULL,
    teams       text[]      NOT NULL,
    valid_from  timestamptz NOT NULL,
    valid_until timestamptz,
    known_index bigint      NOT NULL,
    ended_at    timestamptz,
    ended_index bigint,
    PRIMARY KEY (tenant, client, wall, known_index)
);
CREATE INDEX walls_by_name ON walls (tenant, wall);
COMMENT ON TABLE walls IS 'Derived. Who must not look at each client: since when, and at which entries that became known and ended.';

CREATE TABLE client_tokens (
    tenant      text        NOT NULL,
    client      text        NOT NULL,
    surname     text,
    household   text,
    street      text,
    valid_from  timestamptz NOT NULL,
    known_index bigint      NOT NULL,
    PRIMARY KEY (tenant, client, known_index)
);
COMMENT ON TABLE client_tokens IS 'Derived. The match tokens of each client from a moment on, as they became known at an entry.';

-- A fact may explain what was found of a client or of an actor within the last thirty days.
DROP INDEX findings_open_by_tie;
CREATE INDEX findings_open_by_actor ON findings (tenant, actor, occurred_at) WHERE status = 'open';
CREATE INDEX findings_open_by_client ON findings (tenant, client, occurred_at) WHERE status = 'open';

GRANT SELECT, INSERT ON actor_standings, client_tokens TO projector;
GRANT SELECT, INSERT, UPDATE ON team_ties, walls TO projector;
GRANT SELECT ON team_ties, actor_standings, walls, client_tokens TO query;

DO $$
DECLARE
    name text;
BEGIN
    FOREACH name IN ARRAY ARRAY['team_ties', 'actor_standings', 'walls', 'client_tokens'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', name);
        EXECUTE format('CREATE POLICY projector_sees_all ON %I TO projector USING (true) WITH CHECK (true)', name);
        EXECUTE format('CREATE POLICY query_sees_its_tenant ON %I FOR SELECT TO query '
            'USING (tenant = NULLIF(current_setting(''app.tenant'', true), ''''))', name);
    END LOOP;
END
$$;
