package io.seenby.core.detection;

import io.seenby.events.TenantId;
import java.time.Instant;

/** Working state of one tenant at a position: read by the rules, touched by {@link #apply} and nothing else. */
public final class TenantState {

    private final TenantId tenant;
    private final Instant coreTime;
    private long nextAlertOrdinal;

    /**
     * @param coreTime of the tenant where the batch begins
     * @param nextAlertOrdinal of the next alert revision, from 1
     */
    public TenantState(TenantId tenant, Instant coreTime, long nextAlertOrdinal, Loaded loaded) {
        this.tenant = tenant;
        this.coreTime = coreTime;
        this.nextAlertOrdinal = nextAlertOrdinal;
    }

    public TenantId tenant() {
        return tenant;
    }

    /** Where the batch began; the core time of an entry stands beside the entry. */
    public Instant coreTime() {
        return coreTime;
    }

    public long nextAlertOrdinal() {
        return nextAlertOrdinal;
    }

    /** Takes one row in. Throws {@link IllegalStateException} for an alert out of its order. */
    public void apply(Change change) {
        if (change instanceof Change.AlertRow) {
            nextAlertOrdinal++;
        }
    }
}
