package io.seenby.access.publisher;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.seenby.access.problem.Problem;
import io.seenby.access.problem.ProblemType;
import io.seenby.events.EventType;
import io.seenby.events.PublisherId;
import io.seenby.events.Quota;
import io.seenby.events.shape.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A registered publisher as one instance of the service knows it: how it stands, and what is left of its quota here.
 * Asked on every report, from any thread: it costs some memory reads, and one compare-and-set per report or part of a
 * batch.
 */
public final class Standing {

    private static final Problem SUSPENDED = Problem.of(
            ProblemType.SUSPENDED_PUBLISHER,
            "This publisher is suspended: an administrator of the tenant lifts that by registering it again.");

    private static final Problem NOT_PERMITTED = new Problem(
            ProblemType.TYPE_NOT_PERMITTED,
            "This publisher is not registered for events of this type.",
            List.of(new Violation("/type", "is no type that this publisher is registered for")),
            Optional.empty());

    private final Supplier<Optional<Problem>> blind;
    private final Bucket bucket;
    private volatile Registration registration;

    /** @param blind why it cannot be known how the publisher stands, if it cannot */
    Standing(Registration registration, Supplier<Optional<Problem>> blind) {
        this.registration = registration;
        this.blind = blind;
        this.bucket = Bucket.builder()
                .addLimit(bandwidth(registration.terms().quota()))
                .withNanosecondPrecision()
                .build();
    }

    public PublisherId publisher() {
        return registration.publisher();
    }

    Registration registration() {
        return registration;
    }

    /** Why it may send nothing at all just now. */
    public Optional<Problem> closed() {
        return registration.suspended() ? Optional.of(SUSPENDED) : blind.get();
    }

    /** Why it may not send such an event. */
    public Optional<Problem> refusal(EventType type) {
        return registration.permits(type) ? Optional.empty() : Optional.of(NOT_PERMITTED);
    }

    /** Takes one event from the quota, or says when there will be one. */
    public Optional<Problem> tryTake() {
        return bucket.tryConsume(1) ? Optional.empty() : exhausted();
    }

    /** Whether there is an event left for a batch to begin with. */
    public Optional<Problem> mayBegin() {
        return bucket.getAvailableTokens() >= 1 ? Optional.empty() : exhausted();
    }

    /** Takes so many events, 1 or more, on credit if need be; says how long it is until they are paid for. */
    public Duration take(int events) {
        return Duration.ofNanos(bucket.consumeIgnoringRateLimits(events));
    }

    /** What a sender is told whose quota is used up for so long. */
    public static Problem exhausted(Duration wait) {
        return Problem.passing(
                ProblemType.QUOTA_EXCEEDED,
                "The quota of this publisher is used up just now; nothing of this was recorded.",
                Duration.ofSeconds(wait.plusNanos(999_999_999).toSeconds()));
    }

    private Optional<Problem> exhausted() {
        long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
        return Optional.of(exhausted(Duration.ofNanos(Math.max(1, nanos))));
    }

    /** What has been used of the old quota counts towards a new one. */
    synchronized void become(Registration later) {
        if (later.ordinal() <= registration.ordinal()) {
            return;
        }
        Quota quota = later.terms().quota();
        if (!quota.equals(registration.terms().quota())) {
            bucket.replaceConfiguration(
                    BucketConfiguration.builder().addLimit(bandwidth(quota)).build(), TokensInheritanceStrategy.AS_IS);
        }
        registration = later;
    }

    private static Bandwidth bandwidth(Quota quota) {
        return Bandwidth.builder()
                .capacity(quota.burst())
                .refillGreedy(quota.perSecond(), Duration.ofSeconds(1))
                .build();
    }
}
