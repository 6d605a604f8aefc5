/**
 * Has everything arrived that a publisher has sent? Begin with
 * {@link io.seenby.core.completeness.PublisherInstance}; {@link io.seenby.core.completeness.Sequence} keeps the numbers.
 * When it is worth an alert is for the rules to say.
 */
@NullMarked
package io.seenby.core.completeness;

import org.jspecify.annotations.NullMarked;
