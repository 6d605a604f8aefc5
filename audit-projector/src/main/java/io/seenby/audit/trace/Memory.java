package io.seenby.audit.trace;

import io.opentelemetry.api.trace.SpanContext;
import io.seenby.events.TenantId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** By which span an entry was integrated: of the latest few thousand that were traced. */
final class Memory {

    private static final int MOST = 4_096;

    private record Place(TenantId tenant, long index) {}

    private final Map<Place, SpanContext> spans = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, SpanContext> eldest) {
            return size() > MOST;
        }
    };

    synchronized void put(TenantId tenant, long index, SpanContext span) {
        spans.put(new Place(tenant, index), span);
    }

    synchronized Optional<SpanContext> find(TenantId tenant, long index) {
        return Optional.ofNullable(spans.get(new Place(tenant, index)));
    }
}
