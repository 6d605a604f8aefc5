/**
 * The local stack: a real Kafka broker, PostgreSQL, the identity server and both services, each as an operating
 * system process of its own. The tests of the services and {@code ./dev up} start the very same classes.
 *
 * <p>Begin with {@link io.seenby.local.LocalStack}, which starts the three parts that the services stand on and
 * says by which environment variables the services find them. Each part is a {@link io.seenby.local.LocalProcess}:
 * it can be stopped, killed and started again on its data.
 */
@NullMarked
package io.seenby.local;

import org.jspecify.annotations.NullMarked;
