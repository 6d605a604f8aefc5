package io.seenby.core.detection;

import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEntry;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * That somebody looked at a client, for rules that judge it again.
 *
 * @param index ledger index of the entry
 */
public record PastLook(long index, ActorRef actor, ClientRef client, Instant occurredAt) {

    static final Comparator<PastLook> ORDER =
            Comparator.comparingLong(PastLook::index).thenComparing(PastLook::client);

    /** Those that an entry holds, in order of the clients; none if it is not judged. */
    public static List<PastLook> of(long index, LedgerEntry entry) {
        return Judged.clients(entry).stream()
                .map(client -> new PastLook(index, entry.actor().ref(), client, entry.occurredAt()))
                .toList();
    }
}
