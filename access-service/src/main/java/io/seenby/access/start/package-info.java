/**
 * The program's entry, what it refuses to start on, and its one command: {@code migrate}, which brings the tables of the
 * keys to this version.
 *
 * <p>Begin with {@link io.seenby.access.start.AccessProgram}.
 */
@NullMarked
package io.seenby.access.start;

import org.jspecify.annotations.NullMarked;
