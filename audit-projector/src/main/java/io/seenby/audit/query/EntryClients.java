package io.seenby.audit.query;

import io.seenby.events.ClientRef;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Whose information the bytes of an entry's value concern. */
public final class EntryClients {

    private EntryClients() {}

    /** In the entry's order. */
    public static Set<ClientRef> of(byte[] value) {
        return ClientsOf.prefix(value).stream()
                .map(ClientRef::new)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
