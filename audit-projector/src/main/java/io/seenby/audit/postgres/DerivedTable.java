package io.seenby.audit.postgres;

import java.util.Locale;

/**
 * The derived tables, each with its key as an ORDER BY: a function of the ledger, dropped and rebuilt at will. {@link #CHECKPOINTS}
 * and {@link #CHECKPOINT_READING} follow the topic of the checkpoints instead. The owned ones are {@code owned.alert_marks} here and the
 * wrapped keys of access-service.
 */
public enum DerivedTable {
    POSITIONS("partition"),
    LEDGER_KEYS("partition, key_id"),
    CHECKPOINT_KEYS("partition, public_key COLLATE \"C\""),
    TENANTS("tenant COLLATE \"C\""),
    TREE_TILES("tenant COLLATE \"C\", partition, level, tile"),
    IDENTITIES("tenant COLLATE \"C\", identity"),
    ENTRIES("tenant COLLATE \"C\", ledger_index"),
    ENTRY_CLIENTS("tenant COLLATE \"C\", client COLLATE \"C\", occurred_at, ledger_index"),
    CONFLICTS("tenant COLLATE \"C\", ledger_index"),
    QUARANTINE("tenant COLLATE \"C\", partition, kafka_offset"),
    RELATIONSHIPS(
            "tenant COLLATE \"C\", actor COLLATE \"C\", client COLLATE \"C\", relationship COLLATE \"C\", known_index"),
    TEAM_TIES(
            "tenant COLLATE \"C\", client COLLATE \"C\", team COLLATE \"C\", relationship COLLATE \"C\", known_index"),
    ACTOR_STANDINGS("tenant COLLATE \"C\", actor COLLATE \"C\", known_index"),
    WALLS("tenant COLLATE \"C\", client COLLATE \"C\", wall COLLATE \"C\", known_index"),
    CLIENT_TOKENS("tenant COLLATE \"C\", client COLLATE \"C\", known_index"),
    CLIENT_ERASURES("tenant COLLATE \"C\", client COLLATE \"C\", known_index"),
    CONSENTS("tenant COLLATE \"C\", client COLLATE \"C\", consent COLLATE \"C\", known_index"),
    CLIENT_TRAITS("tenant COLLATE \"C\", client COLLATE \"C\", known_index"),
    FINDINGS("tenant COLLATE \"C\", ledger_index, finding_id COLLATE \"C\""),
    REPEAT_WINDOWS("tenant COLLATE \"C\", actor COLLATE \"C\", window_start"),
    ACTOR_HABITS("tenant COLLATE \"C\", actor COLLATE \"C\""),
    PEER_HABITS("tenant COLLATE \"C\", department COLLATE \"C\", role COLLATE \"C\""),
    PUBLISHER_INSTANCES("tenant COLLATE \"C\", publisher COLLATE \"C\", instance COLLATE \"C\""),
    ALERTS("tenant COLLATE \"C\", alert_id COLLATE \"C\""),
    ALERT_REVISIONS("tenant COLLATE \"C\", ordinal"),
    ALERT_WORK("tenant COLLATE \"C\", alert_id COLLATE \"C\""),
    CHECKPOINTS("tenant COLLATE \"C\", origin COLLATE \"C\""),
    CHECKPOINT_READING("public_key COLLATE \"C\"");

    private final String key;

    DerivedTable(String key) {
        this.key = key;
    }

    /** A function of the ledger alone, so that two schemas can be compared by it. */
    boolean isOfTheLedger() {
        return this != CHECKPOINTS && this != CHECKPOINT_READING;
    }

    String key() {
        return key;
    }

    /** As it is called in SQL. */
    public String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
