/**
 * What verifying a ledger costs: from a file against hashing its values alone, from the topics against Kafka's own reader,
 * and in memory while the ledger grows. Begin with {@link io.seenby.bench.verify.Verify}.
 */
@NullMarked
package io.seenby.bench.verify;

import org.jspecify.annotations.NullMarked;
