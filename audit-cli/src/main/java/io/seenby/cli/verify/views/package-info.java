/**
 * Compares the derived tables with the log, as the role {@code query} and in one read-only transaction, whose snapshot is
 * taken before the log's end is looked up: so the log has everything that the views can have.
 *
 * <p>Begin with {@link io.seenby.cli.verify.views.ViewsCheck}. Each leaf must be exactly one row or a true repetition of
 * one ({@link io.seenby.cli.verify.views.RowsOfLeaves}), no rows may be left over, and the tree's tiles and the alerts are
 * compared too. Whether a record was rightly quarantined cannot be said without the MAC keys.
 */
@NullMarked
package io.seenby.cli.verify.views;

import org.jspecify.annotations.NullMarked;
