package io.seenby.access.ops;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;

/**
 * Where a path has no resource of the method that was tried, metrics would show the path as it was sent, whatever somebody
 * has put there, and a new meter for each. They show that it was so.
 */
@Singleton
class PathsInMetrics implements MeterFilter {

    @Override
    public Meter.Id map(Meter.Id id) {
        return id.getName().startsWith("http.server.") && "405".equals(id.getTag("status"))
                ? id.withTag(Tag.of("uri", "METHOD_NOT_ALLOWED"))
                : id;
    }
}
