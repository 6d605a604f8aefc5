-- Alerts name whom they cover, a window goes on counting when its alert is raised, and it is looked back at for a fortnight.
--
-- Views from before have counted otherwise. So what is derived begins again, as with V5: the projector reads the ledger
-- from its first record, by itself.

TRUNCATE positions, ledger_keys, tenants, identities, entries, entry_clients, conflicts, quarantine, relationships,
    team_ties, actor_standings, walls, client_tokens, consents, client_traits, findings, repeat_windows, alerts,
    alert_revisions, tree_tiles, publisher_instances, checkpoint_keys;

COMMENT ON TABLE repeat_windows IS 'Derived. Clients whom an actor looked at within one core day and who are unexplained still, at most as many as an alert can name.';
