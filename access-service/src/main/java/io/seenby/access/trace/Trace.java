package io.seenby.access.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.Optional;

/** What a request belongs to. It is handed on by hand: reports change threads where no context follows. */
public sealed interface Trace {

    /** Of what nobody follows. */
    Trace NONE = new Unfollowed();

    /** Begins to record; ended by {@link Step#end} when the ledger has answered. */
    Step recording();

    /** Something that is under way. */
    interface Step {

        /** What the entries carry to the projector, by W3C Trace Context; empty unless the trace is sampled. */
        Optional<String> traceparent();

        void end();
    }

    /** Costs nothing. */
    record Unfollowed() implements Trace {

        private static final Step NOTHING = new Step() {
            @Override
            public Optional<String> traceparent() {
                return Optional.empty();
            }

            @Override
            public void end() {}
        };

        @Override
        public Step recording() {
            return NOTHING;
        }
    }

    /** @param parent the publisher's span, or none */
    record Followed(Tracer tracer, Context parent) implements Trace {

        @Override
        public Step recording() {
            Span span = tracer.spanBuilder("recorded")
                    .setParent(parent)
                    .setSpanKind(SpanKind.PRODUCER)
                    .startSpan();
            return new Step() {
                @Override
                public Optional<String> traceparent() {
                    return Traceparent.of(span);
                }

                @Override
                public void end() {
                    span.end();
                }
            };
        }
    }
}
