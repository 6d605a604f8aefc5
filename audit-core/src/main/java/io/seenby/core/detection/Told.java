package io.seenby.core.detection;

import io.seenby.core.completeness.PublisherInstance;
import java.util.List;
import java.util.Optional;

/** What a rule makes of a publisher's instance, and what it says about it. */
record Told(PublisherInstance instance, List<AlertRevision> alerts) {

    static Told nothing(PublisherInstance instance) {
        return new Told(instance, List.of());
    }

    static Told of(PublisherInstance instance, Optional<AlertRevision> alert) {
        return new Told(instance, alert.stream().toList());
    }
}
