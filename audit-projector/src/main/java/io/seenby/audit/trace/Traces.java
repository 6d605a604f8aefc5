package io.seenby.audit.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.seenby.audit.pipeline.Outcome;
import io.seenby.audit.postgres.EntryRow;
import io.seenby.events.BreachAlert;
import io.seenby.events.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Goes on with the traces that records of the ledger carry: a span {@code integrated} for those of one batch and one
 * parent, and a span {@code alert} for each revision of an alert about one of them. Sampled traces only; the others, and
 * all of them while traces are off, cost one look.
 */
@ApplicationScoped
public class Traces {

    private final boolean on;
    private final Tracer tracer;
    private final Clock clock;
    private final Memory memory = new Memory();

    /** What the headers of the batch under way say, by partition and offset. */
    private final Map<Integer, Map<Long, SpanContext>> arrived = new ConcurrentHashMap<>();

    Traces(@ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean disabled, OpenTelemetry telemetry, Clock clock) {
        this.on = !disabled;
        this.tracer = telemetry.getTracer("seenby");
        this.clock = clock;
    }

    /** Looks at what is about to be projected. The caller says {@link #over} when it was, or was not. */
    public void arrived(int partition, List<ConsumerRecord<byte[], byte[]>> records) {
        if (!on) {
            return;
        }
        Map<Long, SpanContext> sampled = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            SpanContext parent = Traceparent.read(record.headers());
            if (parent.isSampled()) {
                sampled.put(record.offset(), parent);
            }
        }
        if (!sampled.isEmpty()) {
            arrived.put(partition, sampled);
        }
    }

    public void over(int partition) {
        arrived.remove(partition);
    }

    /** Told after the commit, before anybody looks for new alerts. */
    public void integrated(Outcome.Integrated outcome, Duration took) {
        Map<Long, SpanContext> parents = arrived.get(outcome.position().partition());
        if (parents == null) {
            return;
        }
        Instant end = clock.instant();
        Map<SpanContext, SpanContext> children = new HashMap<>();
        for (EntryRow row : outcome.accepted()) {
            SpanContext parent = parents.get(row.offset());
            if (parent != null) {
                SpanContext child = children.computeIfAbsent(parent, one -> span(one, end.minus(took), end));
                memory.put(row.indexed().entry().tenant(), row.indexed().index(), child);
            }
        }
    }

    private SpanContext span(SpanContext parent, Instant begin, Instant end) {
        Span span = tracer.spanBuilder("integrated")
                .setParent(below(parent))
                .setSpanKind(SpanKind.CONSUMER)
                .setStartTimestamp(begin)
                .startSpan();
        span.end(end);
        return span.getSpanContext();
    }

    /**
     * Goes on with the trace of the newest entry that an alert is about.
     *
     * @param headers where the record of the alert is told; nothing is added if there is no such trace
     * @return to be run when the topic has the alert, or refuses it
     */
    public Runnable alert(BreachAlert alert, Headers headers) {
        Optional<SpanContext> parent = on ? newest(alert.tenant(), alert.evidence()) : Optional.empty();
        return parent.<Runnable>map(entry -> {
                    Span span = tracer.spanBuilder("alert")
                            .setParent(below(entry))
                            .setSpanKind(SpanKind.PRODUCER)
                            .startSpan();
                    Traceparent.write(span, headers);
                    return span::end;
                })
                .orElse(() -> {});
    }

    private Optional<SpanContext> newest(TenantId tenant, List<Long> evidence) {
        return evidence.stream()
                .sorted(Comparator.reverseOrder())
                .flatMap(index -> memory.find(tenant, index).stream())
                .findFirst();
    }

    private static Context below(SpanContext parent) {
        return Context.root().with(Span.wrap(parent));
    }
}
