/**
 * Reads the ledger again and again beside the live traffic and compares every record with what the views hold of it: an
 * entry that was edited, dropped or added in the database does not stay unnoticed. Begin with
 * {@link io.seenby.audit.reconcile.Reconciliation}. What rules made of the entries is compared by a rebuild.
 */
@NullMarked
package io.seenby.audit.reconcile;

import org.jspecify.annotations.NullMarked;
