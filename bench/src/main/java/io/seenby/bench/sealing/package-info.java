/**
 * What it costs that nobody can read the ledger: the part of an event's processor time that goes into boxes and their keys.
 * Begin with {@link io.seenby.bench.sealing.Sealing}.
 */
@NullMarked
package io.seenby.bench.sealing;

import org.jspecify.annotations.NullMarked;
