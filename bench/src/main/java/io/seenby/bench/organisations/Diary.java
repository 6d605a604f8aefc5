package io.seenby.bench.organisations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Supplier;

/** What was planned beside the routine, in the order in which it is to be reported; a report is made when it is due. */
final class Diary {

    /** @param at when it is reported; a late fact says itself since when it holds */
    record Page(Instant at, long order, Supplier<ObjectNode> report, Optional<Label> label) {
        static final Comparator<Page> ORDER = Comparator.comparing(Page::at).thenComparingLong(Page::order);
    }

    private final PriorityQueue<Page> pages = new PriorityQueue<>(Page.ORDER);
    private long written;
    private long accesses;
    private long violations;
    private final Set<String> episodes = new HashSet<>();

    void fact(Instant at, Supplier<ObjectNode> report) {
        pages.add(new Page(at, written++, report, Optional.empty()));
    }

    void access(Instant at, Supplier<ObjectNode> report, Label label) {
        pages.add(new Page(at, written++, report, Optional.of(label)));
        accesses++;
        boolean counts = label.violation() && (label.episode().isEmpty() || episodes.add(label.episode()));
        violations += counts ? 1 : 0;
    }

    /** An access that is nothing unusual by itself. */
    void access(Instant at, Supplier<ObjectNode> report) {
        fact(at, report);
        accesses++;
    }

    /** How many accesses and disclosures were ever planned. */
    long accesses() {
        return accesses;
    }

    /** An episode is one. */
    long violations() {
        return violations;
    }

    /** The next page if it is due before that moment. */
    Optional<Page> dueBefore(Instant moment) {
        Page first = pages.peek();
        if (first == null || !first.at().isBefore(moment)) {
            return Optional.empty();
        }
        pages.remove();
        return Optional.of(first);
    }
}
