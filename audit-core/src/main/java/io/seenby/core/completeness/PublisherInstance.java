package io.seenby.core.completeness;

import io.seenby.events.LedgerEvent.PublisherHeartbeat;
import io.seenby.events.PublisherId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What is known of one instance of a publisher.
 *
 * @param heardAt core time at its latest record, which stands at {@code heardIndex}
 * @param promise the time within which it promised to be heard again
 * @param silent it has broken its promise and was not heard since
 * @param gapAlert the latest alert about numbers that are missing
 * @param silenceAlert the latest alert about its silence
 */
public record PublisherInstance(
        PublisherId publisher,
        String instance,
        Instant heardAt,
        long heardIndex,
        Optional<Duration> promise,
        Sequence sequence,
        boolean silent,
        Optional<Shown> gapAlert,
        Optional<Shown> silenceAlert) {

    /** An alert about an instance, with the start of the core day that it speaks for. */
    public record Shown(String alertId, Instant day) {}

    /** Natural key of the row. */
    public record Key(PublisherId publisher, String instance) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing((Key key) -> key.publisher().value()).thenComparing(Key::instance);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        /** As alerts name it. */
        @Override
        public String toString() {
            return publisher.value() + "/" + instance;
        }
    }

    /** Of which nothing was heard before this moment. */
    public static PublisherInstance fresh(Key key, Instant heardAt, long heardIndex) {
        return new PublisherInstance(
                key.publisher(),
                key.instance(),
                heardAt,
                heardIndex,
                Optional.empty(),
                Sequence.NONE,
                false,
                Optional.empty(),
                Optional.empty());
    }

    public Key key() {
        return new Key(publisher, instance);
    }

    /** Of the alerts that speak of it, those that may have to be changed. */
    public Stream<String> alerts() {
        return Stream.concat(
                Stream.of(gapAlert, silenceAlert).flatMap(Optional::stream).map(Shown::alertId),
                sequence.gaps().stream().flatMap(gap -> gap.alerts().stream()));
    }

    /** An entry of it has arrived: whatever it says, the instance lives. */
    public PublisherInstance heard(
            Instant at, long index, OptionalLong number, Optional<PublisherHeartbeat> heartbeat) {
        Sequence counted = number.isPresent() ? sequence.arrived(number.getAsLong(), at, index) : sequence;
        Optional<Duration> promised = promise;
        if (heartbeat.isPresent()) {
            OptionalLong highest = heartbeat.get().highestSequence();
            counted = highest.isPresent() ? counted.announced(highest.getAsLong(), at, index) : counted;
            promised = heartbeat.get().heardWithin();
        }
        return new PublisherInstance(publisher, instance, at, index, promised, counted, false, gapAlert, silenceAlert);
    }

    public PublisherInstance gapsShownBy(Shown alert, UnaryOperator<Gap> change) {
        return new PublisherInstance(
                publisher,
                instance,
                heardAt,
                heardIndex,
                promise,
                sequence.withGaps(change),
                silent,
                Optional.of(alert),
                silenceAlert);
    }

    public PublisherInstance silenceShownBy(Shown alert) {
        return new PublisherInstance(
                publisher, instance, heardAt, heardIndex, promise, sequence, true, gapAlert, Optional.of(alert));
    }
}
