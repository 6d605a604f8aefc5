package io.seenby.audit.reconcile;

/**
 * The first place where the views are not what the ledger says.
 *
 * @param tenant {@code ~unattributed} for records of no tenant
 * @param index ledger index
 */
record Discrepancy(String tenant, long index, String what) {}
