/**
 * The contract: what can happen to a client's information and how the ledger keeps it.
 *
 * <p>Begin with {@link io.seenby.events.LedgerEvent} (what can happen), then {@link io.seenby.events.LedgerEntry} (the
 * envelope each of them wears) and {@link io.seenby.events.EventType} (the promise of wire names). How a publisher
 * reports an event stands in {@link io.seenby.events.shape.ReportShapes}.
 */
@NullMarked
package io.seenby.events;

import org.jspecify.annotations.NullMarked;
