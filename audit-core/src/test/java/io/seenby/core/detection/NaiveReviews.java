package io.seenby.core.detection;

import io.seenby.core.detection.NaiveJudge.Sight;
import io.seenby.core.detection.NaiveJudge.Signal;
import io.seenby.core.facts.Tie;
import io.seenby.events.ActorKind;
import io.seenby.events.ClientRef;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent.ExceptionReviewed;
import io.seenby.events.ReviewConclusion;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What becomes of a broken glass, said once more: for each access look for its review, for each entry at the clock. */
final class NaiveReviews {

    private static final Duration WITHIN = Duration.ofDays(3);

    private record Waiting(long index, Instant due, Optional<Long> reviewedAt) {}

    private final List<LedgerEntry> history;
    private final Set<Sight> sights;
    private final List<Signal> signals;
    private final Map<String, List<Waiting>> waiting = new TreeMap<>();
    private final Set<String> blamed = new HashSet<>();

    NaiveReviews(List<LedgerEntry> history, Set<Sight> sights, List<Signal> signals) {
        this.history = history;
        this.sights = sights;
        this.signals = signals;
    }

    void broken(int index, ClientRef client, boolean justified) {
        if (!justified) {
            sights.add(new Sight(index, "break-glass-unjustified", client, Optional.empty()));
        }
        Tie tie = new Tie(history.get(index).actor().ref(), client);
        Optional<Long> reviewed = reviewedAt(index, tie);
        sights.add(new Sight(index, "break-glass-unreviewed", client, reviewed));
        waiting.computeIfAbsent(day(index) + " " + tie, absent -> new ArrayList<>())
                .add(new Waiting(index, coreTime(index).plus(WITHIN), reviewed));
    }

    void judge() {
        waiting.forEach(this::signals);
        for (int index = 0; index < history.size(); index++) {
            if (history.get(index).event() instanceof ExceptionReviewed review
                    && review.conclusion() == ReviewConclusion.INAPPROPRIATE) {
                blame(index, review);
            }
        }
    }

    private void blame(int index, ExceptionReviewed review) {
        for (ClientRef client : history.get(index).clients()) {
            Tie tie = new Tie(review.accessor().ref(), client);
            if (counts(index, tie)) {
                sights.add(new Sight(index, "reviewed-inappropriate", client, Optional.empty()));
                if (blamed.add(day(index) + tie)) {
                    signals.add(new Signal(index, "reviewed-inappropriate", tie.toString(), "open", "high"));
                }
            }
        }
    }

    /** Time moves on before an entry says anything: what a late review answers was overdue a moment before. */
    private void signals(String key, List<Waiting> accesses) {
        String subject = key.split(" ")[1];
        boolean open = false;
        for (int now = 0; now < history.size(); now++) {
            Instant clock = coreTime(now);
            long at = now;
            List<Waiting> overdue = accesses.stream()
                    .filter(access -> access.index() < at && access.due().isBefore(clock))
                    .filter(access ->
                            access.reviewedAt().map(then -> then >= at).orElse(true))
                    .toList();
            if (!open && !overdue.isEmpty()) {
                open = true;
                signals.add(new Signal(at, "break-glass-unreviewed", subject, "open", "medium"));
            }
            if (open && overdue.stream().allMatch(access -> access.reviewedAt().equals(Optional.of(at)))) {
                open = false;
                signals.add(new Signal(at, "break-glass-unreviewed", subject, "explained", "medium"));
            }
        }
    }

    private Optional<Long> reviewedAt(int index, Tie tie) {
        Instant moment = history.get(index).occurredAt();
        for (int later = index + 1; later < history.size(); later++) {
            if (history.get(later).event() instanceof ExceptionReviewed review
                    && counts(later, tie)
                    && !review.from().isAfter(moment)
                    && review.until().isAfter(moment)) {
                return Optional.of((long) later);
            }
        }
        return Optional.empty();
    }

    private boolean counts(int index, Tie tie) {
        LedgerEntry entry = history.get(index);
        ExceptionReviewed review = (ExceptionReviewed) entry.event();
        return review.accessor().ref().equals(tie.actor())
                && !entry.actor().ref().equals(tie.actor())
                && entry.actor().kind() != ActorKind.SERVICE
                && entry.actor().kind() != ActorKind.CLIENT
                && entry.clients().contains(tie.client());
    }

    private Instant coreTime(int index) {
        return history.subList(0, index + 1).stream()
                .map(LedgerEntry::recordedAt)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private String day(int index) {
        return coreTime(index).atOffset(ZoneOffset.UTC).toLocalDate().toString();
    }
}
