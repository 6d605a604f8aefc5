package io.seenby.core.detection;

import io.seenby.core.facts.Tie;
import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a rule says of one actor with one client: people see it at once, in at most one alert a core day however often the
 * actor looked and however late it was reported. An alert of the day that was explained opens again.
 */
record DailyAlert(String rule, int version, BreachAlert.Severity severity) {

    /** A finding on the entry that the day's alert shows. */
    List<Change> of(TenantState state, Indexed entry, ClientRef client, String summary) {
        Warning warning = warning(entry, client, summary);
        Optional<AlertRevision> former =
                state.alert(new AlertRevision.Window(rule, version, day(entry), warning.subject()));
        AlertRevision alert = former.map(known -> known.open() ? known : warning.reopening(known, entry))
                .orElseGet(() -> warning.raisedBy(entry));
        List<Change> changes = new ArrayList<>();
        if (former.filter(AlertRevision::open).isEmpty()) {
            changes.add(new Change.AlertRow(alert));
        }
        changes.add(new Change.FindingRow(
                finding(entry, client).shownBy(alert.alert().alertId())));
        return changes;
    }

    /** A finding on the entry that no alert shows. */
    List<Change> quietly(Indexed entry, ClientRef client) {
        return List.of(new Change.FindingRow(finding(entry, client)));
    }

    private Finding finding(Indexed entry, ClientRef client) {
        return Finding.on(entry, rule, version, client, Optional.of(day(entry)));
    }

    private Warning warning(Indexed entry, ClientRef client, String summary) {
        return new Warning(
                rule,
                version,
                severity,
                List.of(client),
                summary + (NoRelationship.underBreakGlass(entry) ? ", under break-glass." : "."),
                List.of(entry.index()),
                Optional.of(day(entry)),
                new Tie(entry.entry().actor().ref(), client).toString());
    }

    private static Instant day(Indexed entry) {
        return CoreDay.startOf(entry.coreTime());
    }
}
