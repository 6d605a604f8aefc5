package io.seenby.core.detection;

import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Somebody overrode a barrier to see a record. The emergency access procedure of 45 CFR 164.312(a)(2)(ii) opens the door to
 * whoever needs it at once, so it must be answered for afterwards: by a word why, and by somebody else who looks at it.
 */
public final class BreakGlass {

    private BreakGlass() {}

    /** Core time after which an access under break-glass that was recorded at this moment is overdue for its review. */
    public static Instant reviewDue(Instant recordedAt) {
        return recordedAt.plus(BreakGlassUnreviewed.BUILT_IN.within());
    }

    /** The clients whose records were seen past a barrier, in order; empty if there was none. */
    static Collection<ClientRef> clients(LedgerEntry entry) {
        return used(entry) ? Judged.clients(entry) : List.of();
    }

    static boolean used(LedgerEntry entry) {
        return entry.event() instanceof LedgerEvent.Access access
                && access.circumstances().breakGlass();
    }
}
