-- What waits for a review, and until when.
--
-- Views from before have waited for nothing. So what is derived begins again, as with V5: the projector reads the ledger
-- from its first record, by itself.

TRUNCATE positions, ledger_keys, tenants, identities, entries, entry_clients, conflicts, quarantine, relationships,
    team_ties, actor_standings, walls, client_tokens, consents, client_traits, findings, repeat_windows, alerts,
    alert_revisions, tree_tiles, publisher_instances, checkpoint_keys;

ALTER TABLE findings ADD COLUMN due timestamptz;
CREATE INDEX findings_due ON findings (tenant, due) WHERE due IS NOT NULL;
COMMENT ON TABLE findings IS 'Derived. What a rule thought of an entry and a client: open, or explained by a relationship that arrived in time or a review that was missing.';
COMMENT ON COLUMN findings.explanation IS 'Keyed ref of the relationship that explains it, stated at explained_index; null where a review answers it.';
COMMENT ON COLUMN findings.due IS 'Core time after which people are told of it unless it is closed before; null where nothing is waited for.';
