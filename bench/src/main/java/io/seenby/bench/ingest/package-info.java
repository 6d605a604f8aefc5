/**
 * How fast access-service records reports: batches against Kafka's own performance tool, single events against a bare
 * HTTP server. Begin with {@link io.seenby.bench.ingest.Ingest}.
 */
@NullMarked
package io.seenby.bench.ingest;

import org.jspecify.annotations.NullMarked;
