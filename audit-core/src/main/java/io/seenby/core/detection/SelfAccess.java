package io.seenby.core.detection;

import io.seenby.core.facts.ActorStanding;
import io.seenby.events.BreachAlert;
import io.seenby.events.LedgerEvent;
import io.seenby.events.RecordItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody looked at a record of their own. It is a finding, whatever explains it; people see it when the record bears a
 * sensitivity label or left the system on paper or as a file.
 *
 * <p>Who wants to see what is kept about them asks for it, 45 CFR 164.524: a copy is given out, what may be withheld is
 * withheld, and somebody else looks it up. Looking oneself up is among the case types that privacy offices find first.
 */
record SelfAccess(int version) implements LookRule {

    static final String NAME = "self-access";
    static final SelfAccess BUILT_IN = new SelfAccess(1);

    @Override
    public List<Change> judge(TenantState state, Look look) {
        Indexed entry = look.entry();
        DailyAlert alert = new DailyAlert(NAME, version, BreachAlert.Severity.MEDIUM);
        List<Change> changes = new ArrayList<>();
        look.standing()
                .flatMap(ActorStanding::ownClient)
                .filter(look.seen()::contains)
                .ifPresent(own -> changes.addAll(summary(entry)
                        .map(summary -> alert.of(state, entry, own, summary))
                        .orElseGet(() -> alert.quietly(entry, own))));
        return changes;
    }

    /** What people are told; empty where they are not. */
    private static Optional<String> summary(Indexed entry) {
        LedgerEvent event = entry.entry().event();
        if (event instanceof LedgerEvent.RecordExported || event instanceof LedgerEvent.RecordPrinted) {
            return Optional.of("An actor exported or printed a record of their own");
        }
        return entry.entry().record().map(RecordItem::labels).orElse(List.of()).isEmpty()
                ? Optional.empty()
                : Optional.of("An actor opened a sensitive record of their own");
    }
}
