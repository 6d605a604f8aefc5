/**
 * The door to the ledger: access-service records each question before its answer leaves, and opens sealed text.
 *
 * <p>Begin with {@link io.seenby.audit.door.LedgerDoor}. This process holds no key and writes no ledger record itself.
 */
@NullMarked
package io.seenby.audit.door;

import org.jspecify.annotations.NullMarked;
