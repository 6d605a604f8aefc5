/**
 * The ledger topic as the pipeline sees it: polls in batches, each partition from its stored position on.
 *
 * <p>Begin with {@link io.seenby.audit.kafka.LedgerFeed}. The position that counts stands in PostgreSQL ({@link
 * io.seenby.audit.kafka.SeekToStoredPosition}); what Kafka's consumer group has committed is a hint for its own tools.
 */
@NullMarked
package io.seenby.audit.kafka;

import org.jspecify.annotations.NullMarked;
