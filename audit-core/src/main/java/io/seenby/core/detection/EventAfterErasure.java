package io.seenby.core.detection;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A publisher reports an event about a client who was erased: a system somewhere still holds what should be forgotten, or
 * the client has come back. It is a finding that nobody is shown; what it means is for people to settle.
 *
 * <p>GDPR art. 17(1) and 19, erasure and telling those to whom the data were disclosed.
 */
record EventAfterErasure(int version) {

    static final String NAME = "event-after-erasure";
    static final EventAfterErasure BUILT_IN = new EventAfterErasure(1);

    /** What SeenBy records itself, such as questions about the client, is no event of theirs. */
    List<Change> judge(TenantState state, Indexed entry) {
        return Completeness.isOfPublisher(entry.entry())
                ? new TreeSet<>(entry.entry().clients())
                        .stream()
                                .filter(state.facts()::wasErased)
                                .<Change>map(client -> new Change.FindingRow(
                                        Finding.on(entry, NAME, version, client, Optional.empty())))
                                .toList()
                : List.of();
    }
}
