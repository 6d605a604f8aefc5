package io.seenby.core.detection;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Alerts that nothing speaks for any more. */
final class QuietAlerts {

    private QuietAlerts() {}

    /**
     * Ids of the alerts whose every finding is closed now, in the order of what they found.
     *
     * @param closed findings that the entry closes, in {@link Finding#ORDER}; the state has them as open still
     */
    static Set<String> of(TenantState state, SortedSet<Finding> closed) {
        Set<String> ids = closed.stream().map(Finding::id).collect(Collectors.toSet());
        Set<String> quiet = new LinkedHashSet<>();
        closed.stream()
                .flatMap(finding -> finding.alertId().stream())
                .distinct()
                .filter(alert -> state.openFindingsNaming(alert).stream().allMatch(open -> ids.contains(open.id())))
                .forEach(quiet::add);
        return quiet;
    }
}
