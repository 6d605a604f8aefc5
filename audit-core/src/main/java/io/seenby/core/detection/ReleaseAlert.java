package io.seenby.core.detection;

import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEvent.InformationDisclosed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a rule says of one release: one alert an entry, a finding for each of these clients. */
record ReleaseAlert(String rule, int version, BreachAlert.Severity severity) {

    /** @param summary one ASCII sentence without names */
    List<Change> of(Indexed entry, InformationDisclosed event, Collection<ClientRef> clients, String summary) {
        return of(entry, event, clients, List.of(), summary);
    }

    /** @param shownBy ledger indexes of the facts that show it, besides the entry */
    List<Change> of(
            Indexed entry,
            InformationDisclosed event,
            Collection<ClientRef> clients,
            List<Long> shownBy,
            String summary) {
        if (clients.isEmpty()) {
            return List.of();
        }
        List<Long> evidence = new ArrayList<>(List.of(entry.index()));
        evidence.addAll(shownBy);
        AlertRevision alert = new Warning(
                        rule,
                        version,
                        severity,
                        clients,
                        summary,
                        evidence,
                        Optional.empty(),
                        event.recipient().ref().value())
                .raisedBy(entry);
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.AlertRow(alert));
        clients.forEach(
                client -> changes.add(new Change.FindingRow(Finding.on(entry, rule, version, client, Optional.empty())
                        .shownBy(alert.alert().alertId()))));
        return changes;
    }
}
