package io.seenby.core.detection;

import io.seenby.events.ActorRef;
import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Somebody looks at few clients a day whom nothing ties them to, but day after day: within the last {@code days} core days,
 * this one included, the open findings of the actor reach {@code distinctClients} clients. One alert a core day and actor
 * names them all; none on a day of which {@link NoRelationship} tells people already.
 *
 * <p>What stays below a day's threshold is a case type of its own: serial looking, low and slow, was about 15 % of what
 * daily review had missed (Hedda et al., AMIA 2017); the review is asked for by 45 CFR 164.308(a)(1)(ii)(D).
 */
record SerialLowAndSlow(int version, int days, int distinctClients) implements SecondLook {

    static final String NAME = "serial-low-and-slow";
    static final SerialLowAndSlow BUILT_IN = new SerialLowAndSlow(1, 14, 5);

    /** Of the core days that are counted together with this one. */
    Instant firstDay(Instant day) {
        return day.minus(days - 1L, ChronoUnit.DAYS);
    }

    @Override
    public List<Change> judge(TenantState state, Look look, List<Finding> found) {
        Indexed entry = look.entry();
        boolean told = found.stream()
                .anyMatch(finding -> finding.rule().equals(NoRelationship.NAME)
                        && finding.alertId().isPresent());
        if (look.strangers().isEmpty() || entry.late() || told) {
            return List.of();
        }
        ActorRef actor = entry.entry().actor().ref();
        Instant day = CoreDay.startOf(entry.coreTime());
        SortedSet<ClientRef> clients = state.strangers(actor, firstDay(day), day);
        clients.addAll(look.strangers());
        return clients.size() < distinctClients ? List.of() : shown(state, look, day, clients);
    }

    private List<Change> shown(TenantState state, Look look, Instant day, SortedSet<ClientRef> clients) {
        Indexed entry = look.entry();
        Warning warning = warning(entry, day, clients);
        Optional<AlertRevision> former = state.alert(new AlertRevision.Window(NAME, version, day, warning.subject()));
        Optional<AlertRevision> next = former.isEmpty()
                ? Optional.of(warning.raisedBy(entry))
                : former.filter(AlertRevision::open).isPresent()
                        ? GrowingAlert.naming(former.get(), clients, entry, this::summary)
                        : Optional.of(warning.reopening(former.get(), entry));
        String alert = next.or(() -> former).orElseThrow().alert().alertId();
        List<Change> changes = new ArrayList<>();
        next.ifPresent(revision -> changes.add(new Change.AlertRow(revision)));
        look.strangers()
                .forEach(client ->
                        changes.add(new Change.FindingRow(Finding.on(entry, NAME, version, client, Optional.of(day))
                                .shownBy(alert))));
        return changes;
    }

    private Warning warning(Indexed entry, Instant day, SortedSet<ClientRef> clients) {
        return new Warning(
                NAME,
                version,
                BreachAlert.Severity.HIGH,
                clients,
                summary(clients.size()),
                List.of(entry.index()),
                Optional.of(day),
                entry.entry().actor().ref().value());
    }

    private String summary(int clients) {
        return "One actor opened records of " + clients + " clients within " + days
                + " days, few a day, without a known relationship to any of them.";
    }
}
