/**
 * OpenTelemetry traces, from the ledger's record to the alert. What a record's header says of its trace is not proven, so
 * nothing of it is stored or judged: it is remembered for a while, by the process that integrated the record. Begin with
 * {@link io.seenby.audit.trace.Traces}.
 */
@NullMarked
package io.seenby.audit.trace;

import org.jspecify.annotations.NullMarked;
