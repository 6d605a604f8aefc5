package io.seenby.core.detection;

import io.seenby.core.completeness.Gap;
import io.seenby.core.completeness.PublisherInstance;
import io.seenby.core.completeness.PublisherInstance.Shown;
import io.seenby.events.BreachAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A publisher numbers what it sends, and a number is missing: an event was lost on its way, or somebody kept it back. An
 * audit trail must be complete to be worth anything (45 CFR 164.312(b), audit controls; 164.312(c)(1), integrity; ISO 27789,
 * 8.3). When all that an alert is about has arrived, it is explained.
 *
 * @param grace how long a later number may be there before an earlier one: what is sent at once may arrive in any order
 */
record SequenceGap(int version, Duration grace) {

    static final String NAME = "sequence-gap";
    static final SequenceGap BUILT_IN = new SequenceGap(1, Duration.ofMinutes(5));

    /** Moments after which something is overdue. */
    Stream<Instant> deadlines(PublisherInstance instance) {
        return instance.sequence().gaps().stream().filter(gap -> !gap.isShown()).map(this::deadline);
    }

    /** Core time has moved on to an entry's. */
    Told overdue(TenantState state, PublisherInstance instance, Indexed at) {
        List<Gap> due = instance.sequence().gaps().stream()
                .filter(gap -> isDue(gap, at.coreTime()))
                .toList();
        if (due.isEmpty()) {
            return Told.nothing(instance);
        }
        TenantWarning.Said said = warning(instance, due, at).say(state, instance.gapAlert(), at.index(), at.coreTime());
        Shown shown = said.shown();
        return Told.of(
                instance.gapsShownBy(shown, gap -> isDue(gap, at.coreTime()) ? gap.shownBy(shown.alertId()) : gap),
                said.revision());
    }

    /** Alerts about numbers that an entry brought, all of them. */
    List<AlertRevision> closed(TenantState state, PublisherInstance before, PublisherInstance after, Indexed by) {
        Set<String> quiet = alerts(before);
        quiet.removeAll(alerts(after));
        return quiet.stream()
                .map(state::alert)
                .map(alert -> alert.explainedBy(
                        by, "All events of publisher " + after.key() + " that were missing have arrived."))
                .toList();
    }

    private TenantWarning warning(PublisherInstance instance, List<Gap> due, Indexed at) {
        return new TenantWarning(
                NAME,
                version,
                BreachAlert.Severity.HIGH,
                "Events that publisher " + instance.key() + " has numbered are missing: " + Gap.missing(due) + ".",
                Stream.concat(due.stream().map(Gap::index), Stream.of(at.index()))
                        .toList(),
                due.stream().map(Gap::since).min(Instant::compareTo).orElseThrow(),
                instance.key().toString());
    }

    private boolean isDue(Gap gap, Instant coreTime) {
        return !gap.isShown() && deadline(gap).isBefore(coreTime);
    }

    private Instant deadline(Gap gap) {
        return gap.since().plus(grace);
    }

    private static Set<String> alerts(PublisherInstance instance) {
        Set<String> alerts = new TreeSet<>();
        instance.sequence().gaps().forEach(gap -> alerts.addAll(gap.alerts()));
        return alerts;
    }
}
