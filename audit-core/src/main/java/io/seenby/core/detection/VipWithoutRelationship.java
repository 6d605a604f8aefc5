package io.seenby.core.detection;

import io.seenby.core.facts.Tie;
import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import io.seenby.events.Trait;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody looked at a client in the public eye whom nothing ties them to. One look is enough: people see it at once,
 * at most one alert for actor and client in a core day, however often they looked and however late it was reported.
 *
 * <p>Clients in the news are among the case types that privacy offices look for first; the review itself is asked for
 * by 45 CFR 164.308(a)(1)(ii)(D), information system activity review.
 *
 * <p>Break-glass explains nothing; the sentence says that it was used.
 */
record VipWithoutRelationship(int version) {

    static final String NAME = "vip-without-relationship";
    static final VipWithoutRelationship BUILT_IN = new VipWithoutRelationship(1);

    /** @param strangers clients of the entry whom its actor has no relationship with */
    List<Change> judge(TenantState state, Indexed entry, List<ClientRef> strangers) {
        List<Change> changes = new ArrayList<>();
        strangers.stream()
                .filter(client ->
                        state.facts().has(Trait.VIP, client, entry.entry().occurredAt()))
                .forEach(client -> changes.addAll(warnOf(state, entry, client)));
        return changes;
    }

    private List<Change> warnOf(TenantState state, Indexed entry, ClientRef client) {
        Instant day = CoreDay.startOf(entry.coreTime());
        Warning warning = warning(entry, client, day);
        Optional<AlertRevision> former = state.alert(new AlertRevision.Window(NAME, version, day, warning.subject()));
        AlertRevision alert = former.map(known -> known.open() ? known : warning.reopening(known, entry))
                .orElseGet(() -> warning.raisedBy(entry));
        List<Change> changes = new ArrayList<>();
        if (former.filter(AlertRevision::open).isEmpty()) {
            changes.add(new Change.AlertRow(alert));
        }
        changes.add(new Change.FindingRow(Finding.on(entry, NAME, version, client, Optional.of(day))
                .shownBy(alert.alert().alertId())));
        return changes;
    }

    private Warning warning(Indexed entry, ClientRef client, Instant day) {
        String summary = "A record of a VIP client was opened without a known relationship to that client"
                + (NoRelationship.underBreakGlass(entry) ? ", under break-glass." : ".");
        return new Warning(
                NAME,
                version,
                BreachAlert.Severity.CRITICAL,
                List.of(client),
                summary,
                List.of(entry.index()),
                Optional.of(day),
                new Tie(entry.entry().actor().ref(), client).toString());
    }
}
