package io.seenby.access.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Says what a request belongs to. */
@ApplicationScoped
public class Traces {

    private final boolean on;
    private final Tracer tracer;

    Traces(@ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean disabled, OpenTelemetry telemetry) {
        this.on = !disabled;
        this.tracer = telemetry.getTracer("seenby");
    }

    /** @param headers the value of a request's header by its name */
    public Trace of(UnaryOperator<@Nullable String> headers) {
        return on ? new Trace.Followed(tracer, Traceparent.read(headers)) : Trace.NONE;
    }
}
