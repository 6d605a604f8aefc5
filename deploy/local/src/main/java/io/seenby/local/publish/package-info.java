/**
 * {@code ./dev publish}: sends a file of events, one JSON object a line, to access-service. Begin with
 * {@link io.seenby.local.publish.PublishCommand}; {@link io.seenby.local.publish.Delivery} says when a batch is sent
 * again.
 */
@NullMarked
package io.seenby.local.publish;

import org.jspecify.annotations.NullMarked;
