package io.seenby.core.detection;

import io.seenby.events.BreachAlert;
import java.util.List;
import java.util.Optional;

/**
 * A publisher sent other content under an identity that the ledger has already. The first entry stays what was
 * recorded; the record is kept as evidence, because a rewritten report is how a trace would be covered up (45 CFR
 * 164.312(c)(1), integrity).
 */
record ConflictingContent(int version) {

    static final String NAME = "conflicting-content";
    static final ConflictingContent BUILT_IN = new ConflictingContent(1);

    List<Change> judge(Indexed entry, long firstIndex) {
        Warning warning = new Warning(
                NAME,
                version,
                BreachAlert.Severity.HIGH,
                entry.entry().clients(),
                "A publisher sent other content under the identity of an event that is already recorded.",
                List.of(firstIndex, entry.index()),
                Optional.empty(),
                entry.entry().publisher() + "/" + entry.entry().eventId());
        return List.of(new Change.AlertRow(warning.raisedBy(entry)));
    }
}
