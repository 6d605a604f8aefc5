/**
 * OpenTelemetry traces, from a publisher's request to the ledger. They say when something was done and how long it took:
 * no client, no actor, no id, no tenant. Off, nothing is made and no header is added. Begin with {@link
 * io.seenby.access.trace.Traces}.
 */
@NullMarked
package io.seenby.access.trace;

import org.jspecify.annotations.NullMarked;
