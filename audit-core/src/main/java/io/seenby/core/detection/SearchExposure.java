package io.seenby.core.detection;

import io.seenby.core.explanation.Explainer;
import io.seenby.core.facts.Tie;
import io.seenby.core.habit.Habit;
import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * A search listed clients of whom the actor has a reason to see none. Each is a finding; people see it when such searches have
 * listed so many different clients to one actor within one day. A list is a disclosure of who is there, though no record was
 * opened. Short lists are how one finds one's own clients, and are not asked about; nor are searches for conflicts.
 *
 * <p>45 CFR 164.502(b) and 164.514(d), minimum necessary; ISO 27789, 7.2, queries. The numbers are ours.
 *
 * @param listed clients, at least, that a search must list
 * @param clients different ones in one day
 */
record SearchExposure(int version, int listed, int clients) implements CountingRule {

    static final String NAME = "search-exposure";
    static final SearchExposure BUILT_IN = new SearchExposure(1, 5, 20);

    /** Clients for whom a reason is looked for, in order; empty if there is no need to. */
    Collection<ClientRef> asksAbout(LedgerEntry entry) {
        return entry.event() instanceof LedgerEvent.ClientsSearched
                        && Habits.concern(entry)
                        && !Habits.checksConflicts(entry)
                        && entry.clients().size() >= listed
                ? new TreeSet<>(entry.clients())
                : List.of();
    }

    @Override
    public List<Change> judge(TenantState state, Indexed entry, Habit day) {
        Collection<ClientRef> shown = asksAbout(entry.entry());
        if (shown.isEmpty() || shown.stream().anyMatch(client -> explained(state, entry.entry(), client))) {
            return List.of();
        }
        Habit exposed = day.exposedTo(Habits.marks(entry.entry()));
        DayAlert alert = new DayAlert(NAME, version, BreachAlert.Severity.MEDIUM);
        List<Change> changes = new ArrayList<>(List.of(new Change.HabitRow(exposed)));
        List<Change> told = exposed.exposed().size() < clients
                ? List.of()
                : alert.of(
                        entry,
                        exposed,
                        "Searches listed " + exposed.exposed().size()
                                + " clients within one day to one actor without a known relationship to any of a list.");
        changes.addAll(told);
        if (told.isEmpty()) {
            shown.forEach(client -> changes.add(new Change.FindingRow(alert.finding(entry, exposed, client))));
        }
        return changes;
    }

    private static boolean explained(TenantState state, LedgerEntry entry, ClientRef client) {
        Tie tie = new Tie(entry.actor().ref(), client);
        return Explainer.BUILT_IN
                .reason(state.facts().connections(), tie, entry.occurredAt())
                .isPresent();
    }
}
