package io.seenby.core.detection;

import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * Somebody looked once at a client whom nothing ties them to, and more speaks against it: the {@link Score} of the look reaches
 * {@code threshold} points. A look without more is a finding of {@link NoRelationship} that nobody is shown; what an alert
 * shows already needs no score.
 *
 * <p>Single rules alone overwhelm whoever reviews, and 16 to 43 % of what they flag turns out explainable (Hedda et al.,
 * "Evaluating the effectiveness of auditing rules for electronic health record systems", AMIA 2017). The points are this
 * project's, not theirs.
 *
 * @param threshold points that make an alert
 * @param others how many other clients of the last days of {@link SerialLowAndSlow} speak against the actor
 */
record SuspiciousLook(int version, int threshold, int others) implements SecondLook {

    static final String NAME = "suspicious-look";
    static final SuspiciousLook BUILT_IN = new SuspiciousLook(1, 4, 2);

    @Override
    public List<Change> judge(TenantState state, Look look, List<Finding> found) {
        Set<ClientRef> shown = found.stream()
                .filter(finding -> finding.alertId().isPresent())
                .map(Finding::client)
                .collect(Collectors.toSet());
        List<ClientRef> unseen = look.otherStrangers().stream()
                .filter(client -> !shown.contains(client))
                .toList();
        if (unseen.isEmpty()) {
            return List.of();
        }
        SortedSet<ClientRef> before = before(state, look.entry());
        return unseen.stream()
                .flatMap(client -> judge(state, look.entry(), client, found, before).stream())
                .toList();
    }

    private List<Change> judge(
            TenantState state, Indexed entry, ClientRef client, List<Finding> found, SortedSet<ClientRef> before) {
        int other = before.size() - (before.contains(client) ? 1 : 0);
        Score score = Score.of(entry, client, found, other, others);
        return score.points() < threshold
                ? List.of()
                : new DailyAlert(NAME, version, BreachAlert.Severity.MEDIUM)
                        .of(
                                state,
                                entry,
                                client,
                                "A record was opened without a known relationship to its client, and " + score.words()
                                        + " (" + score.points() + " points where " + threshold + " make an alert)");
    }

    /** Whom the actor had looked at without a reason, as far as nothing has explained it since; what came late counts for nothing. */
    private static SortedSet<ClientRef> before(TenantState state, Indexed entry) {
        Instant day = CoreDay.startOf(entry.coreTime());
        return entry.late()
                ? Collections.emptySortedSet()
                : state.strangers(entry.entry().actor().ref(), SerialLowAndSlow.BUILT_IN.firstDay(day), day);
    }
}
