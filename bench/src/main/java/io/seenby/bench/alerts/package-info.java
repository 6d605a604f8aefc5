/**
 * How soon a breach that is published is an alert on a screen. Begin with
 * {@link io.seenby.bench.alerts.AlertLatency}.
 */
@NullMarked
package io.seenby.bench.alerts;

import org.jspecify.annotations.NullMarked;
