package io.seenby.core.detection;

import io.seenby.events.ActorKind;
import io.seenby.events.EventType;
import io.seenby.events.LedgerEvent;
import io.seenby.events.ReviewConclusion;
import java.time.Duration;
import java.time.Instant;

/** More words: about who looks at what was opened under break-glass. */
final class ReviewWords {

    private ReviewWords() {}

    /** Of all that the accessor opened within a year around the morning. */
    static Happening reviewed(String reviewer, String accessor, String... clients) {
        return reviewed(reviewer, accessor, ReviewConclusion.APPROPRIATE, clients);
    }

    static Happening reviewed(String reviewer, String accessor, ReviewConclusion conclusion, String... clients) {
        Instant from = Story.MORNING.minus(Duration.ofDays(180));
        return reviewed(reviewer, accessor, from, from.plus(Duration.ofDays(360)), conclusion, clients);
    }

    static Happening reviewed(
            String reviewer,
            String accessor,
            Instant from,
            Instant until,
            ReviewConclusion conclusion,
            String... clients) {
        return new Happening(
                EventType.EXCEPTION_REVIEWED,
                new LedgerEvent.ExceptionReviewed(Words.person(accessor, ActorKind.WORKFORCE), from, until, conclusion),
                reviewer,
                ActorKind.WORKFORCE,
                clients);
    }
}
