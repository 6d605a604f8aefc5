package io.seenby.core.detection;

import java.util.List;

/** How an entry is judged. */
public final class Rules {

    private Rules() {}

    /** What a recorded entry changes. */
    public static List<Change> judge(TenantState state, Indexed entry) {
        return List.of();
    }

    /**
     * What it changes that a record has the identity of an earlier entry and other content.
     *
     * @param firstIndex ledger index of the entry that has the identity
     */
    public static List<Change> conflict(TenantState state, Indexed entry, long firstIndex) {
        return List.of();
    }

    /** One step: judges the entry and takes the changes into the state. */
    public static List<Change> step(TenantState state, Indexed entry) {
        List<Change> changes = judge(state, entry);
        changes.forEach(state::apply);
        return changes;
    }
}
