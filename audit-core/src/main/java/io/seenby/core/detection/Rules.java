package io.seenby.core.detection;

import io.seenby.events.LedgerEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * How an entry is judged: a fact becomes rows and may explain what was found before; an access or a disclosure is put
 * before the rules. All of it is a function of state and entry.
 */
public final class Rules {

    private Rules() {}

    /**
     * What a recorded entry changes beyond the facts it states, which the state holds already. Throws {@link IllegalArgumentException} for an entry of another tenant or of a
     * core time before the state's.
     */
    public static List<Change> judge(TenantState state, Indexed entry) {
        requireItsOwn(state, entry);
        List<Change> changes = new ArrayList<>(EventAfterErasure.BUILT_IN.judge(state, entry));
        changes.addAll(
                switch (entry.entry().event()) {
                    case LedgerEvent.RecordRead read -> Looks.judge(state, entry);
                    case LedgerEvent.RecordExported exported -> Looks.judge(state, entry);
                    case LedgerEvent.RecordPrinted printed -> Looks.judge(state, entry);
                    case LedgerEvent.ClientsSearched searched -> List.of();
                    case LedgerEvent.AccessDenied denied -> List.of();
                    case LedgerEvent.ActorAuthenticated authenticated -> List.of();
                    case LedgerEvent.InformationDisclosed disclosed -> Releases.judge(state, entry, disclosed);
                    case LedgerEvent.ClientFact fact -> List.of();
                    case LedgerEvent.ActorLeft left -> DepartureToldLate.BUILT_IN.judge(state, entry, left);
                    case LedgerEvent.ActorFact fact -> LateExplanation.BUILT_IN.judge(state, entry);
                    case LedgerEvent.RelationshipFact fact -> LateExplanation.BUILT_IN.judge(state, entry);
                    case LedgerEvent.ExceptionReviewed review -> reviewed(state, entry, review);
                    case LedgerEvent.PublisherHeartbeat heartbeat -> List.of();
                    case LedgerEvent.TenantOpened opened -> List.of();
                    case LedgerEvent.PublisherRegistered registered -> List.of();
                    case LedgerEvent.PublisherSuspended suspended -> List.of();
                    case LedgerEvent.LedgerKeyRotated rotated -> List.of();
                    case LedgerEvent.CheckpointKeyRotated rotated -> List.of();
                    case LedgerEvent.AuditQueried queried -> List.of();
                    case LedgerEvent.IntegrityDoubted doubted -> DoubtedIntegrity.BUILT_IN.judge(entry, doubted);
                    case LedgerEvent.WorkEvent act -> PeoplesWork.judge(state, entry, act);
                    case LedgerEvent.LegalHoldPlaced placed -> List.of();
                    case LedgerEvent.LegalHoldReleased released -> List.of();
                    case LedgerEvent.DutyRequested requested -> List.of();
                    case LedgerEvent.DutyApproved approved -> List.of();
                    case LedgerEvent.ClientErased erased -> List.of();
                    case LedgerEvent.TimePassed passed -> List.of();
                });
        return numbered(state, changes);
    }

    /** What it changes that a record of the tenant is not proven. */
    public static List<Change> forged(TenantState state, Unproven record) {
        if (!record.tenant().equals(state.tenant())) {
            throw new IllegalArgumentException("a record of " + record.tenant() + " is none of " + state.tenant());
        }
        return numbered(state, ForgedRecord.BUILT_IN.judge(record, state.forgeryDay()));
    }

    /**
     * One step: time moves on to the entry and may find something overdue, its publisher is heard, and it is judged; each takes its changes into the
     * state before the next.
     */
    public static List<Change> step(TenantState state, Indexed entry) {
        List<Change> changes =
                new ArrayList<>(step(state, entry, () -> factsAndHabits(state, entry), () -> judge(state, entry)));
        for (CountingRule rule : Counting.RULES) {
            // Taken one by one: each keeps in the day that it has spoken.
            Habits.counted(state, entry).ifPresent(day -> changes.addAll(taken(state, rule.judge(state, entry, day))));
        }
        return changes;
    }

    /**
     * One step for a record that has the identity of an earlier entry and other content. It is no entry, but its publisher
     * was heard, and its number has arrived.
     *
     * @param firstIndex ledger index of the entry that has the identity
     */
    public static List<Change> conflict(TenantState state, Indexed entry, long firstIndex) {
        return step(state, entry, List::of, () -> ConflictingContent.BUILT_IN.judge(entry, firstIndex));
    }

    private static List<Change> step(
            TenantState state, Indexed entry, Supplier<List<Change>> facts, Supplier<List<Change>> judgement) {
        requireItsOwn(state, entry);
        List<Change> changes = new ArrayList<>(taken(state, Completeness.timeMoved(state, entry)));
        for (Finding finding : state.overdueFindings(entry.coreTime())) {
            // Taken one by one: the first of a day raises the alert that shows the others.
            changes.addAll(taken(state, BreakGlassUnreviewed.BUILT_IN.overdue(state, finding, entry)));
        }
        changes.addAll(taken(state, Completeness.heard(state, entry)));
        changes.addAll(taken(state, facts.get()));
        changes.addAll(taken(state, judgement.get()));
        return changes;
    }

    private static List<Change> taken(TenantState state, List<Change> changes) {
        List<Change> numbered = numbered(state, changes);
        numbered.forEach(state::apply);
        return numbered;
    }

    private static List<Change> factsAndHabits(TenantState state, Indexed entry) {
        List<Change> rows = new ArrayList<>(FactRows.of(state, entry));
        rows.addAll(Habits.of(state, entry));
        return rows;
    }

    private static List<Change> reviewed(TenantState state, Indexed entry, LedgerEvent.ExceptionReviewed review) {
        List<Change> changes = new ArrayList<>(BreakGlassUnreviewed.BUILT_IN.reviewed(state, entry, review));
        changes.addAll(ReviewedInappropriate.BUILT_IN.judge(state, entry, review));
        return changes;
    }

    /** Alert revisions get their places in the tenant's sequence in the order in which the rules speak. */
    private static List<Change> numbered(TenantState state, List<Change> changes) {
        List<Change> numbered = new ArrayList<>();
        long next = state.nextAlertOrdinal();
        for (Change change : changes) {
            numbered.add(
                    change instanceof Change.AlertRow row
                            ? new Change.AlertRow(row.revision().numbered(next++))
                            : change);
        }
        return List.copyOf(numbered);
    }

    private static void requireItsOwn(TenantState state, Indexed entry) {
        if (!entry.entry().tenant().equals(state.tenant()) || entry.coreTime().isBefore(state.coreTime())) {
            throw new IllegalArgumentException(
                    "entry " + entry.index() + " of " + entry.entry().tenant() + " at " + entry.coreTime()
                            + " does not follow " + state.tenant() + " at " + state.coreTime());
        }
    }
}
