/**
 * What the services stand on, asked before they start: a topic or a database whose settings would break a law is refused, in
 * one sentence. What is demanded stands in {@link io.seenby.core.ground}; here brokers and database are asked.
 *
 * <p>Begin with {@link io.seenby.ground.Ground}.
 */
@NullMarked
package io.seenby.ground;

import org.jspecify.annotations.NullMarked;
