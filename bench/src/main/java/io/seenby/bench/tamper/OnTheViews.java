package io.seenby.bench.tamper;

import java.util.List;

/** Attempts of somebody with the database's password. The table is put back afterwards. */
record OnTheViews(String name, String table, String how, String sql) {

    private static final String ONE =
            " WHERE ctid = (SELECT ctid FROM views.%1$s_all ORDER BY tenant, ledger_index LIMIT 1 OFFSET 40)";

    static List<OnTheViews> all() {
        return List.of(
                of("edit a row", "entries", "who looked", "UPDATE views.entries_all SET actor = actor || 'x'" + ONE),
                of("edit a purpose", "entries", "why", "UPDATE views.entries_all SET purpose = 'research'" + ONE),
                of(
                        "edit a value",
                        "entries",
                        "its bytes",
                        "UPDATE views.entries_all SET value = value || '\\x20'" + ONE),
                of("delete a row", "entries", "an entry", "DELETE FROM views.entries_all" + ONE),
                of(
                        "hide from a client",
                        "entry_clients",
                        "who saw whom",
                        "DELETE FROM views.entry_clients_all WHERE ctid ="
                                + " (SELECT ctid FROM views.entry_clients_all ORDER BY tenant, ledger_index LIMIT 1)"),
                of(
                        "invent a row",
                        "entries",
                        "an entry that is in no log",
                        "INSERT INTO views.entries_all SELECT tenant, 1000000, kafka_offset, recorded_at, occurred_at,"
                                + " publisher, 'invented', type, actor, actor_kind, record, record_type, labels, action,"
                                + " outcome, purpose, late, value FROM views.entries_all" + ONE),
                of("drop an alert", "alerts", "its latest state", "DELETE FROM views.alerts"),
                of("drop an alert's story", "alert_revisions", "from the journal", "DELETE FROM views.alert_revisions"),
                of(
                        "edit an alert",
                        "alert_revisions",
                        "its words",
                        "UPDATE views.alert_revisions SET payload = convert_to(replace(convert_from(payload, 'UTF8'),"
                                + " '\"open\"', '\"explained\"'), 'UTF8')"),
                of(
                        "edit a stored hash",
                        "tree_tiles",
                        "of a leaf",
                        "UPDATE views.tree_tiles SET hashes = overlay(hashes PLACING '\\x00ff'::bytea FROM 70)"
                                + " WHERE level = 0 AND tile = 0"),
                of(
                        "edit where a tenant stands",
                        "tenants",
                        "its next index",
                        "UPDATE views.tenants SET next_index = next_index + 1"));
    }

    private static OnTheViews of(String name, String table, String how, String sql) {
        return new OnTheViews(name, table, how, sql.formatted(table));
    }
}
