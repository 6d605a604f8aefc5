package io.seenby.bench.stack;

import io.seenby.bench.NotMeasured;
import io.seenby.bench.corpus.Corpus;
import io.seenby.bench.corpus.Organisation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * A ledger filled through access-service's door.
 *
 * @param records everything on the topic, the tenants' openings and facts included
 */
public record Prefill(int tenants, long facts, long events, long records) {
    /** Of each tenant: its opening, and its publisher's registration. */
    private static final long OWN_RECORDS = 2;

    private static final int BATCH = 1_000;

    /** Publishes so many events, and before them the facts that they are judged by. */
    public static Prefill of(BenchStack stack, int tenants, long events, long seed) throws Exception {
        var base = Instant.now().minus(Duration.ofHours(3));
        long facts = 0;
        var filling = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(tenants)) {
            for (int tenant = 0; tenant < tenants; tenant++) {
                var publisher = Publisher.opening(stack, "tenant-" + tenant);
                var corpus = new Corpus(seed + tenant, Organisation.DIVISION, base);
                var known = corpus.facts();
                facts += known.size();
                long own = events / tenants + (tenant < events % tenants ? 1 : 0);
                filling.add(threads.submit(() -> {
                    publisher.publishAll(known, BATCH);
                    for (long left = own; left > 0; left -= BATCH * 10) {
                        publisher.publishAll(
                                Stream.generate(corpus::next)
                                        .limit(Math.min(left, BATCH * 10))
                                        .toList(),
                                BATCH);
                    }
                }));
            }
        }
        for (Future<?> each : filling) {
            each.get();
        }
        long records = new LedgerTopic(stack.local().kafka().bootstrapServers()).records();
        long expected = OWN_RECORDS * tenants + facts + events;
        if (records != expected) {
            throw new NotMeasured("the ledger should hold %d records and holds %d".formatted(expected, records));
        }
        return new Prefill(tenants, facts, events, records);
    }

    @Override
    public String toString() {
        return "%,d records: %d tenants, %,d facts about %,d clients and %d actors each, %,d accesses and disclosures"
                .formatted(
                        records,
                        tenants,
                        facts,
                        Organisation.DIVISION.clients(),
                        Organisation.DIVISION.actors(),
                        events);
    }
}
