package io.seenby.core.detection;

import io.seenby.events.LedgerEvent.InformationDisclosed;
import java.util.ArrayList;
import java.util.List;

/** How a disclosure is judged: whether it was allowed, to whom it went, and how. */
final class Releases {

    private Releases() {}

    static List<Change> judge(TenantState state, Indexed entry, InformationDisclosed event) {
        List<Change> changes = new ArrayList<>(DisclosureWithoutBasis.BUILT_IN.judge(state, entry, event));
        changes.addAll(PublicRelease.BUILT_IN.judge(state, entry, event));
        changes.addAll(UnsecuredChannel.BUILT_IN.judge(entry, event));
        return changes;
    }
}
