package io.seenby.core.detection;

import io.seenby.core.explanation.Connections;
import io.seenby.core.facts.ActorStanding;
import io.seenby.events.ActorRef;
import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * It becomes known that somebody's employment had ended, and they had gone on looking. Each client seen since is a finding on
 * the departure, about who left; one alert an entry names them all. Verdicts beside the looks stay what they were: nobody
 * could know it then. What {@link AfterDeparture} has found already is not found again.
 *
 * <p>45 CFR 164.308(a)(3)(ii)(C), termination procedures: that the office of personnel was slow is what an intruder counts on.
 *
 * @param atMost how long before the departure was recorded a look may lie
 */
record DepartureToldLate(int version, Duration atMost) {

    static final String NAME = "departure-told-late";
    static final DepartureToldLate BUILT_IN = new DepartureToldLate(1, Duration.ofDays(30));

    /** First moment of the looks that are judged again. */
    Instant since(LedgerEntry entry) {
        Instant reach = entry.recordedAt().minus(atMost);
        return entry.occurredAt().isBefore(reach) ? reach : entry.occurredAt();
    }

    List<Change> judge(TenantState state, Indexed entry, LedgerEvent.ActorLeft event) {
        ActorRef who = event.subject().ref();
        Connections known = state.facts().connections();
        Instant since = since(entry.entry());
        List<PastLook> after = state.looks(who).stream()
                .filter(look -> !look.occurredAt().isBefore(since) && isNews(known, look, entry.index()))
                .toList();
        return after.isEmpty() ? List.of() : found(state, entry, who, after);
    }

    /** By this departure, and not before it was told, the actor had left when they looked. */
    private static boolean isNews(Connections known, PastLook look, long index) {
        return known.standing(look.actor(), look.occurredAt())
                        .filter(standing -> standing.left() && standing.knownIndex() == index)
                        .isPresent()
                && known.standingKnownBefore(index, look.actor(), look.occurredAt())
                        .filter(ActorStanding::left)
                        .isEmpty();
    }

    private List<Change> found(TenantState state, Indexed entry, ActorRef who, List<PastLook> after) {
        TreeSet<ClientRef> clients = new TreeSet<>();
        List<Long> evidence = new ArrayList<>(List.of(entry.index()));
        after.forEach(look -> {
            clients.add(look.client());
            evidence.add(look.index());
        });
        Warning.Deed deed = new Warning.Deed(who, after.get(0).occurredAt(), entry.index());
        AlertRevision alert = new Warning(
                        NAME,
                        version,
                        BreachAlert.Severity.HIGH,
                        clients,
                        "An actor opened records of "
                                + (clients.size() == 1 ? "one client" : clients.size() + " clients")
                                + " after their employment had ended, which became known only later.",
                        evidence,
                        Optional.empty(),
                        who.value())
                .raised(state.tenant(), deed, entry.coreTime());
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.AlertRow(alert));
        clients.forEach(
                client -> changes.add(new Change.FindingRow(Finding.on(entry, NAME, version, client, Optional.empty())
                        .about(who)
                        .shownBy(alert.alert().alertId()))));
        return changes;
    }
}
