package io.seenby.access.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.seenby.access.problem.ProblemType;
import io.seenby.events.EventType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The numbers of this service. None is tagged with a tenant, actor or client. Beside them: {@code
 * seenby_in_flight_bytes} and the cache of client keys ({@code cache_gets_total}).
 */
@ApplicationScoped
public class AccessMetrics {

    private final Map<EventType.Family, Counter> recorded = new EnumMap<>(EventType.Family.class);
    private final Map<ProblemType, Counter> refused = new EnumMap<>(ProblemType.class);
    private final Timer append;
    private final Timer sealing;
    private final Timer signing;
    private final DistributionSummary signedTogether;
    private final Counter unsigned;

    public AccessMetrics(MeterRegistry meters) {
        for (EventType.Family family : EventType.Family.values()) {
            recorded.put(
                    family,
                    Counter.builder("seenby.recorded")
                            .description("Entries that the ledger has acknowledged")
                            .tag("family", wire(family))
                            .register(meters));
        }
        for (ProblemType reason : ProblemType.values()) {
            refused.put(
                    reason,
                    Counter.builder("seenby.refused")
                            .description("Events and requests that were not taken")
                            .tag("reason", wire(reason))
                            .register(meters));
        }
        append = Timer.builder("seenby.append")
                .description("From handing a group of entries to Kafka until all replicas have all of them")
                .publishPercentileHistogram()
                .register(meters);
        sealing = Timer.builder("seenby.sealing")
                .description("Sealing a group of entries: refs, boxes, MAC")
                .publishPercentileHistogram()
                .register(meters);
        signing = Timer.builder("seenby.receipts.signing")
                .description("Signing a group of receipts: its tree and one signature")
                .publishPercentileHistogram()
                .register(meters);
        signedTogether = DistributionSummary.builder("seenby.receipts.group")
                .description("Receipts that share one signature")
                .register(meters);
        unsigned = Counter.builder("seenby.receipts.failed")
                .description("Answers that said \"recorded\" without a receipt, because it could not be signed")
                .register(meters);
    }

    public void recorded(EventType type) {
        counter(recorded, type.family()).increment();
    }

    public void refused(ProblemType reason) {
        counter(refused, reason).increment();
    }

    /** A group of entries was answered. */
    public void appended(long nanos) {
        append.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** A group of entries was sealed. */
    public void sealed(long nanos) {
        sealing.record(nanos, TimeUnit.NANOSECONDS);
    }

    /** A group of receipts was signed. */
    public void signed(int receipts, long nanos) {
        signing.record(nanos, TimeUnit.NANOSECONDS);
        signedTogether.record(receipts);
    }

    /** Receipts could not be signed; what they were for is recorded all the same. */
    public void unsigned(int receipts) {
        unsigned.increment(receipts);
    }

    private static <K extends Enum<K>> Counter counter(Map<K, Counter> counters, K key) {
        Counter counter = counters.get(key);
        if (counter == null) {
            throw new IllegalStateException("no counter of " + key);
        }
        return counter;
    }

    private static String wire(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
