/**
 * What an operator sees and sets: settings, readiness, metrics and the emergency stop.
 *
 * <p>Begin with {@link io.seenby.audit.ops.ProjectorMetrics}, where all numbers are declared.
 */
@NullMarked
package io.seenby.audit.ops;

import org.jspecify.annotations.NullMarked;
