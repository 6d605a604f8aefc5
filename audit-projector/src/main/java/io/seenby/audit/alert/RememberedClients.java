package io.seenby.audit.alert;

import io.seenby.events.ClientRef;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * The clients a stream has shown, as far as it remembers: the latest ten thousand. One that it forgot is recorded
 * again, which tells no lie; a stream that runs for a year must not fill the heap.
 */
final class RememberedClients {

    private static final int MOST = 10_000;

    private final SequencedSet<ClientRef> clients = new LinkedHashSet<>();

    boolean contains(ClientRef client) {
        return clients.contains(client);
    }

    void addAll(Collection<ClientRef> shown) {
        clients.addAll(shown);
        while (clients.size() > MOST) {
            clients.removeFirst();
        }
    }
}
