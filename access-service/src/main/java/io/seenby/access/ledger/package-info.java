/**
 * The append: from sealed entries to records that all replicas have. Begin with {@link io.seenby.access.ledger.Ledger}.
 * {@link io.seenby.access.ledger.Gate} refuses while the broker is down or our clock is off; {@link
 * io.seenby.access.ledger.InFlight} bounds what is under way. {@link io.seenby.access.ledger.SigningKeys} knows by which
 * key a record is proven.
 */
@NullMarked
package io.seenby.access.ledger;

import org.jspecify.annotations.NullMarked;
