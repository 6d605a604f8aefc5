/**
 * Signed statements of how the ledger stands. {@link io.seenby.audit.checkpoint.CheckpointSigner} signs the trees that
 * grew, has the {@link io.seenby.audit.checkpoint.Witness} cosign them and publishes them on the topic {@code
 * ledger-checkpoints}; {@link io.seenby.audit.checkpoint.CheckpointFollower} reads that topic, also its own, and what it
 * read last is what is served: after a rebuild too, nothing smaller than what was published is ever signed.
 */
@NullMarked
package io.seenby.audit.checkpoint;

import org.jspecify.annotations.NullMarked;
