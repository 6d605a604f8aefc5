/**
 * The ledger keys change: begin with {@link io.seenby.access.rotation.Rotation}, which brings one partition to the keys of
 * the file; {@link io.seenby.access.rotation.Rotations} does it for all of them, from the start on.
 */
@NullMarked
package io.seenby.access.rotation;

import org.jspecify.annotations.NullMarked;
