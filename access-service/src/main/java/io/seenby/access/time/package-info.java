/**
 * Time as an entry: a rule that speaks of silence cannot be woken by the silent. Begin with
 * {@link io.seenby.access.time.TimeKeeper}; {@link io.seenby.access.time.OpenDeadlines} knows for whom it is worth it.
 */
@NullMarked
package io.seenby.access.time;

import org.jspecify.annotations.NullMarked;
