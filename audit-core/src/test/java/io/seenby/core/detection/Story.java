package io.seenby.core.detection;

import static java.util.Comparator.comparing;

import io.seenby.core.completeness.PublisherInstance;
import io.seenby.events.BreachAlert;
import io.seenby.events.ClientRef;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What was given, what happened then, what came of it. A minute passes between happenings that tell no moment. */
final class Story {

    static final Instant MORNING = Instant.parse("2026-03-02T08:00:00Z");

    private final TwinStore store = new TwinStore(Happening.TENANT);
    private Instant now = MORNING;

    static Story given(Happening... happenings) {
        return new Story().when(happenings);
    }

    Story when(Happening... happenings) {
        Arrays.stream(happenings).forEach(this::tell);
        return this;
    }

    private void tell(Happening happening) {
        var entry = happening.entry(store.nextIndex(), now);
        store.integrate(List.of(entry));
        Instant then = store.coreTime().isAfter(now) ? store.coreTime() : now;
        now = then.plus(Duration.ofMinutes(1));
    }

    List<Finding> findings(String rule) {
        return store.findings.values().stream()
                .filter(finding -> finding.rule().equals(rule))
                .sorted(Finding.ORDER)
                .toList();
    }

    List<ClientRef> found(String rule) {
        return findings(rule).stream()
                .filter(Finding::open)
                .map(Finding::client)
                .toList();
    }

    /** Revisions in order. */
    List<BreachAlert> alerts(String rule) {
        return store.journal.stream()
                .map(AlertRevision::alert)
                .filter(alert -> alert.rule().equals(rule))
                .sorted(comparing(BreachAlert::ordinal))
                .toList();
    }

    PublisherInstance instance(String name) {
        return store.publishers.values().stream()
                .filter(instance -> instance.instance().equals(name))
                .findFirst()
                .orElseThrow();
    }

    TwinStore store() {
        return store;
    }
}
