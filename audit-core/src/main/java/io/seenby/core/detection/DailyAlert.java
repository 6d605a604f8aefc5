package io.seenby.core.detection;

import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a rule says of one actor with one client: people see it in at most one alert a core day however often the actor looked
 * and however late it was reported. An alert of the day that was explained opens again.
 */
record DailyAlert(String rule, int version, BreachAlert.Severity severity) {

    /** A finding on the entry that the day's alert shows at once. */
    List<Change> of(TenantState state, Indexed entry, ClientRef client, String summary) {
        return shows(
                state,
                finding(entry, client),
                entry.coreTime(),
                summary + (BreakGlass.used(entry.entry()) ? ", under break-glass." : "."));
    }

    /**
     * The finding, shown by the alert of its day from now on.
     *
     * @param finding of this rule
     * @param coreTime when it is shown
     * @param summary one ASCII sentence without names
     */
    List<Change> shows(TenantState state, Finding finding, Instant coreTime, String summary) {
        Warning warning = warning(finding, summary);
        Warning.Deed deed = Warning.Deed.of(finding);
        Optional<AlertRevision> former = state.alert(
                new AlertRevision.Window(rule, version, finding.window().orElseThrow(), warning.subject()));
        AlertRevision alert = former.map(known -> known.open() ? known : warning.reopening(known, deed, coreTime))
                .orElseGet(() -> warning.raised(state.tenant(), deed, coreTime));
        List<Change> changes = new ArrayList<>();
        if (former.filter(AlertRevision::open).isEmpty()) {
            changes.add(new Change.AlertRow(alert));
        }
        changes.add(new Change.FindingRow(finding.shownBy(alert.alert().alertId())));
        return changes;
    }

    /** A finding on the entry that no alert shows. */
    List<Change> quietly(Indexed entry, ClientRef client) {
        return List.of(new Change.FindingRow(finding(entry, client)));
    }

    Finding finding(Indexed entry, ClientRef client) {
        return Finding.on(entry, rule, version, client, Optional.of(CoreDay.startOf(entry.coreTime())));
    }

    private Warning warning(Finding finding, String summary) {
        return new Warning(
                rule,
                version,
                severity,
                List.of(finding.client()),
                summary,
                List.of(finding.index()),
                finding.window(),
                finding.tie().toString());
    }
}
