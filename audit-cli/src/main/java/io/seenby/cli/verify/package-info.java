/**
 * The verification for those who trust neither the database nor its operators: it believes the pinned public keys and what
 * the auditor kept, and nothing else.
 *
 * <p>Begin with {@link io.seenby.cli.verify.Verification}, which names the steps. Everything that somebody signed comes
 * first ({@link io.seenby.cli.verify.Notary} reads it, {@link io.seenby.cli.verify.Marks} keeps it); then each partition is
 * read once ({@link io.seenby.cli.verify.PartitionCheck}), each record is hashed into the tree it belongs to
 * ({@link io.seenby.cli.verify.TreeCheck}) and each tree is compared wherever somebody signed it. Memory depends on how
 * many tenants, checkpoints and receipts there are, and not on how many entries. The views are compared along the way by
 * {@link io.seenby.cli.verify.views}.
 */
@NullMarked
package io.seenby.cli.verify;

import org.jspecify.annotations.NullMarked;
