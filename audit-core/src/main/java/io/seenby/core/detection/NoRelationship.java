package io.seenby.core.detection;

import io.seenby.events.ActorRef;
import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * Somebody looked at clients whom nothing ties them to. One such access is a finding; people see it when, within one
 * core day, the open findings of an actor reach {@code distinctClients} clients. The alert then names those found after it
 * too: see {@link GrowingAlert}.
 *
 * <p>Explain first, flag second: direct, group and consultation ties explain more than 94 % of appropriate accesses
 * (Fabbri and LeFevre, "Explanation-Based Auditing", PVLDB 5(1), 2011). The counting by day is for the repeat offender;
 * access needs a relationship under minimum necessary, 45 CFR 164.502(b) and 164.514(d).
 *
 * <p>Break-glass explains nothing: the override of a barrier is what wants a review.
 *
 * @param distinctClients how many clients of one actor in one core day make an alert
 */
record NoRelationship(int version, int distinctClients) implements LookRule {

    static final String NAME = "no-relationship";
    static final NoRelationship BUILT_IN = new NoRelationship(1, 3);

    @Override
    public List<Change> judge(TenantState state, Look look) {
        Indexed entry = look.entry();
        List<ClientRef> strangers = look.strangers();
        if (strangers.isEmpty() || entry.late()) {
            return rows(found(entry, strangers, Optional.empty()));
        }
        Instant day = CoreDay.startOf(entry.coreTime());
        RepeatWindow window = state.window(entry.entry().actor().ref(), day);
        List<Finding> found = found(entry, strangers, Optional.of(day));
        return window.alerted() ? joining(state, entry, window, found) : counting(state, entry, window, found);
    }

    private List<Finding> found(Indexed entry, List<ClientRef> strangers, Optional<Instant> day) {
        return strangers.stream()
                .map(client -> Finding.on(entry, NAME, version, client, day))
                .toList();
    }

    /** An alert is open already: it shows these too, and names them. */
    private List<Change> joining(TenantState state, Indexed entry, RepeatWindow window, List<Finding> found) {
        AlertRevision alert = state.alert(key(window)).orElseThrow();
        RepeatWindow next = window.with(found.stream().map(Finding::client).toList());
        List<Change> changes = new ArrayList<>();
        GrowingAlert.naming(alert, next.clients(), entry, clients -> summary(entry, clients))
                .ifPresent(revision -> changes.add(new Change.AlertRow(revision)));
        changes.addAll(rows(found.stream()
                .map(finding -> finding.shownBy(alert.alert().alertId()))
                .toList()));
        if (!next.equals(window)) {
            changes.add(new Change.WindowRow(next));
        }
        return changes;
    }

    private List<Change> counting(TenantState state, Indexed entry, RepeatWindow window, List<Finding> found) {
        RepeatWindow next = window.with(found.stream().map(Finding::client).toList());
        SortedSet<ClientRef> clients = next.clients();
        boolean enough = clients.size() >= distinctClients;
        List<Change> changes = new ArrayList<>();
        if (enough) {
            List<Finding> counted = Stream.concat(state.openFindings(window, NAME).stream(), found.stream())
                    .toList();
            Warning warning = warning(entry, window, clients, counted);
            AlertRevision alert = state.alert(key(window))
                    .map(explained -> warning.reopening(explained, entry))
                    .orElseGet(() -> warning.raisedBy(entry));
            changes.add(new Change.AlertRow(alert));
            changes.addAll(rows(counted.stream()
                    .map(finding -> finding.shownBy(alert.alert().alertId()))
                    .toList()));
        } else {
            changes.addAll(rows(found));
        }
        changes.add(new Change.WindowRow(enough ? next.shown() : next));
        return changes;
    }

    private Warning warning(Indexed entry, RepeatWindow window, SortedSet<ClientRef> clients, List<Finding> counted) {
        return new Warning(
                NAME,
                version,
                BreachAlert.Severity.HIGH,
                clients,
                summary(entry, clients.size()),
                counted.stream().map(Finding::index).toList(),
                Optional.of(window.start()),
                subject(window.actor()));
    }

    private static String summary(Indexed entry, int clients) {
        return "One actor opened records of " + clients
                + " clients within one day without a known relationship to any of them"
                + (BreakGlass.used(entry.entry()) ? ", the latest under break-glass." : ".");
    }

    private AlertRevision.Window key(RepeatWindow window) {
        return new AlertRevision.Window(NAME, version, window.start(), subject(window.actor()));
    }

    private static String subject(ActorRef actor) {
        return actor.value();
    }

    private static List<Change> rows(List<Finding> findings) {
        return findings.stream().<Change>map(Change.FindingRow::new).toList();
    }
}
