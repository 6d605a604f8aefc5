/**
 * Proofs for strangers: that an entry stands in a ledger which somebody signed, and that a ledger only grew. Begin with
 * {@link io.seenby.audit.proof.ProofReader}. What a proof of an entry shows is a question about the entry and is recorded;
 * bare hashes and checkpoints show nobody's information and are not.
 */
@NullMarked
package io.seenby.audit.proof;

import org.jspecify.annotations.NullMarked;
