package io.seenby.bench.alerts;

import io.seenby.bench.corpus.Disclosure;
import io.seenby.bench.corpus.Organisation;
import io.seenby.bench.stack.Publisher;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Publishes disclosures that nothing permits, one after the other, and waits for their alerts. */
final class Breaches {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Publisher publisher;
    private final AlertStream stream;
    private final AlertTopic topic;
    private final Organisation organisation;
    private final Duration pause;
    private int published;

    Breaches(Publisher publisher, AlertStream stream, AlertTopic topic, Organisation organisation, Duration pause) {
        this.publisher = publisher;
        this.stream = stream;
        this.topic = topic;
        this.organisation = organisation;
        this.pause = pause;
    }

    List<Sample> sample(int count) throws IOException, InterruptedException {
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < count; i++) {
            samples.add(sample());
            Thread.sleep(pause);
        }
        return samples;
    }

    /** Neighbouring breaches are by other actors about other clients, so that no alert covers two of them. */
    private Sample sample() throws IOException, InterruptedException {
        int number = published++;
        // Whole microseconds, as in the ledger, and never the moment of a breach in the background, which are whole
        // milliseconds.
        var occurredAt = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusNanos(1_000L * (1 + number % 999));
        var breach = Disclosure.breach(organisation, number, occurredAt);
        long begin = System.nanoTime();
        publisher.publish(breach);
        long recorded = System.nanoTime();
        long onStream = stream.arrivals().await(occurredAt, LIMIT, "stream");
        long onTopic = topic.arrivals().await(occurredAt, LIMIT, "topic");
        return new Sample(recorded - begin, onStream - begin, onTopic - begin);
    }
}
