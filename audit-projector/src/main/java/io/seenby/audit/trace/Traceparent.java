package io.seenby.audit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The header {@code traceparent} of W3C Trace Context on a Kafka record. */
final class Traceparent {

    private static final String HEADER = "traceparent";
    private static final W3CTraceContextPropagator FORM = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<Headers> GETTER = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(Headers headers) {
            return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable Headers headers, String name) {
            Header header = headers == null || !name.equals(HEADER) ? null : headers.lastHeader(name);
            return header == null ? null : new String(header.value(), StandardCharsets.US_ASCII);
        }
    };

    private Traceparent() {}

    /** The span that the header names; an invalid one if there is none, or it does not have the form. */
    static SpanContext read(Headers headers) {
        return Span.fromContext(FORM.extract(Context.root(), headers, GETTER)).getSpanContext();
    }

    static void write(Span span, Headers headers) {
        FORM.inject(Context.root().with(span), headers, (carrier, name, value) -> {
            if (carrier != null && name.equals(HEADER)) {
                carrier.add(name, value.getBytes(StandardCharsets.US_ASCII));
            }
        });
    }
}
