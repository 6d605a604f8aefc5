/**
 * Receipts: what a publisher keeps to prove later, to anybody and offline, that an entry was recorded.
 *
 * <p>Begin with {@link io.seenby.access.receipt.ReceiptSigner}: statements that wait become the leaves of a small tree,
 * one signature covers them all, and each gets a {@link io.seenby.access.receipt.Receipt} with its own path. What is
 * stated, and how a receipt is checked, stands in {@code io.seenby.core.ledger}: {@code Statement}, {@code
 * BatchStatement}, {@code ProofText}.
 */
@NullMarked
package io.seenby.access.receipt;

import org.jspecify.annotations.NullMarked;
