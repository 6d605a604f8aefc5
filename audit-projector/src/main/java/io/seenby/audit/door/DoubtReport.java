package io.seenby.audit.door;

import io.seenby.events.IntegrityDoubt;

/**
 * What access-service is told when ledger, checkpoints, witness and views do not agree.
 *
 * @param doubt wire name of an {@link IntegrityDoubt}
 * @param position first ledger index or tree size in doubt
 */
public record DoubtReport(String tenant, String doubt, long position) {

    public static DoubtReport of(String tenant, IntegrityDoubt doubt, long position) {
        return new DoubtReport(tenant, doubt.wire(), position);
    }
}
