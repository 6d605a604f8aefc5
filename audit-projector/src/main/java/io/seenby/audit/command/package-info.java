/**
 * The program's entry, what it refuses to start on, and its commands: {@code rebuild} a schema from the first record,
 * {@code switch} to it, {@code drop} the former one, {@code digest} its tables, {@code migrate} them.
 *
 * <p>Begin with {@link io.seenby.audit.command.Projector}. The commands start no server and join no consumer group.
 */
@NullMarked
package io.seenby.audit.command;

import org.jspecify.annotations.NullMarked;
