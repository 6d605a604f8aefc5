package io.seenby.core.detection;

import io.seenby.core.completeness.PublisherInstance;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether all that publishers have sent is there. Every entry of a tenant, and every record that contradicts one, does two things: first time moves on and may find
 * an instance overdue, the entry's own too; then the entry's instance is heard.
 */
public final class Completeness {

    private Completeness() {}

    /** Moments after which core time makes a rule speak about this instance, in any order. */
    public static Stream<Instant> deadlines(PublisherInstance instance) {
        return Stream.concat(
                SequenceGap.BUILT_IN.deadlines(instance), PublisherSilent.BUILT_IN.deadline(instance).stream());
    }

    /** What SeenBy writes itself is no publisher's. */
    static boolean isOfPublisher(LedgerEntry entry) {
        return !(entry.event() instanceof LedgerEvent.ServiceEvent);
    }

    static PublisherInstance.Key keyOf(LedgerEntry entry) {
        return new PublisherInstance.Key(entry.publisher(), entry.instance());
    }

    static List<Change> timeMoved(TenantState state, Indexed to) {
        List<Change> changes = new ArrayList<>();
        for (PublisherInstance instance : state.publishersIfOverdue(to.coreTime())) {
            Told gaps = SequenceGap.BUILT_IN.overdue(state, instance, to);
            Told silence = PublisherSilent.BUILT_IN.overdue(state, gaps.instance(), to);
            if (!silence.instance().equals(instance)) {
                add(changes, silence.instance(), gaps.alerts(), silence.alerts());
            }
        }
        return changes;
    }

    static List<Change> heard(TenantState state, Indexed indexed) {
        LedgerEntry entry = indexed.entry();
        if (!isOfPublisher(entry)) {
            return List.of();
        }
        PublisherInstance before = state.publisher(keyOf(entry))
                .orElseGet(() -> PublisherInstance.fresh(keyOf(entry), indexed.coreTime(), indexed.index()));
        PublisherInstance after = before.heard(indexed.coreTime(), indexed.index(), entry.sequence(), heartbeat(entry));
        List<Change> changes = new ArrayList<>();
        add(
                changes,
                after,
                SequenceGap.BUILT_IN.closed(state, before, after, indexed),
                PublisherSilent.BUILT_IN.ended(state, before, indexed));
        return changes;
    }

    private static Optional<LedgerEvent.PublisherHeartbeat> heartbeat(LedgerEntry entry) {
        return entry.event() instanceof LedgerEvent.PublisherHeartbeat heartbeat
                ? Optional.of(heartbeat)
                : Optional.empty();
    }

    private static void add(
            List<Change> changes, PublisherInstance instance, List<AlertRevision> gaps, List<AlertRevision> silence) {
        changes.add(new Change.PublisherRow(instance));
        Stream.concat(gaps.stream(), silence.stream()).map(Change.AlertRow::new).forEach(changes::add);
    }
}
