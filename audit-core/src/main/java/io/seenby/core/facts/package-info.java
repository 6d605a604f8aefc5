/**
 * What an access is judged by: who is tied to whom and who is kept away, how actors stand, what a client permits or
 * refuses, what kind of client it is.
 *
 * <p>A fact counts for an entry when it is valid at the entry's {@code occurredAt} and known at its ledger index. Rows
 * are never overwritten by a restatement: each carries the index that made it known. Begin with
 * {@link io.seenby.core.facts.Relationship}.
 */
@NullMarked
package io.seenby.core.facts;

import org.jspecify.annotations.NullMarked;
