/**
 * Which key signs checkpoints becomes an entry before it signs any: {@link io.seenby.access.checkpoint.CheckpointKeys}.
 */
@NullMarked
package io.seenby.access.checkpoint;

import org.jspecify.annotations.NullMarked;
