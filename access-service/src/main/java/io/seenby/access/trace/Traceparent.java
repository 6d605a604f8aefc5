package io.seenby.access.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The header of W3C Trace Context. Its sibling {@code tracestate} is neither read nor written: it may say anything, and what
 * a ledger's record carries is kept for ever.
 */
public final class Traceparent {

    public static final String HEADER = "traceparent";

    private static final W3CTraceContextPropagator FORM = W3CTraceContextPropagator.getInstance();

    private Traceparent() {}

    /** The text for a sampled span; empty for any other. */
    static Optional<String> of(Span span) {
        if (!span.getSpanContext().isSampled()) {
            return Optional.empty();
        }
        Map<String, String> written = new HashMap<>();
        FORM.inject(Context.root().with(span), written, (carrier, name, value) -> written.put(name, value));
        return Optional.ofNullable(written.get(HEADER));
    }

    /** The context that the headers name; one without a span if they name none, or do not have the form. */
    static Context read(UnaryOperator<@Nullable String> headers) {
        return FORM.extract(Context.root(), headers, new TextMapGetter<UnaryOperator<@Nullable String>>() {
            @Override
            public Iterable<String> keys(UnaryOperator<@Nullable String> carrier) {
                return List.of(HEADER);
            }

            @Override
            public @Nullable String get(@Nullable UnaryOperator<@Nullable String> carrier, String name) {
                return name.equals(HEADER) ? headers.apply(name) : null;
            }
        });
    }
}
