/**
 * The whole system as its users meet it. Begin with {@code WholePathTest}; {@code RunningSystem} is the system,
 * {@code Reports} are what a publisher sends.
 */
@NullMarked
package io.seenby.endtoend;

import org.jspecify.annotations.NullMarked;
