/**
 * What makes the ledger checkable by a stranger: Merkle trees, proofs, checkpoints and receipts.
 *
 * <p>One tree per tenant, as RFC 6962 defines it: begin with {@link io.seenby.core.ledger.GrowingTree}, which takes leaves
 * and knows its root from O(log n) hashes. {@link io.seenby.core.ledger.Proof} says which subtrees a proof consists of and
 * {@link io.seenby.core.ledger.Tiles} where their hashes are stored; {@link io.seenby.core.ledger.Inclusion} and
 * {@link io.seenby.core.ledger.Consistency} check what they were given. A {@link io.seenby.core.ledger.Checkpoint} is a
 * root that somebody signed, as a C2SP signed {@link io.seenby.core.ledger.Note}. {@link
 * io.seenby.core.ledger.AcceptedKeys} says which keys prove that a record was written by the service.
 */
@NullMarked
package io.seenby.core.ledger;

import org.jspecify.annotations.NullMarked;
