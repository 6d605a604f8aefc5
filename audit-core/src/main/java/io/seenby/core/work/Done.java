package io.seenby.core.work;

import io.seenby.events.ActorRef;
import java.time.Instant;

/**
 * Who did something, and when.
 *
 * @param index ledger index of the entry that says so
 */
public record Done(ActorRef by, Instant at, long index) {}
