/** What goes wrong, as values (RFC 9457). Begin with {@link io.seenby.access.problem.Problem}. */
@NullMarked
package io.seenby.access.problem;

import org.jspecify.annotations.NullMarked;
