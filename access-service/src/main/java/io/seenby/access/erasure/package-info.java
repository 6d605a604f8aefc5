/**
 * Erasure: who asks for it and who else approves it, what forbids it, and that it is done everywhere and again.
 *
 * <p>The ledger decides. {@link io.seenby.access.erasure.Erasing} only appends that somebody asks and that somebody else
 * agrees; {@link io.seenby.access.erasure.LedgerFollower} reads the ledger back, and what it says is done where it is read:
 * an approval that counts becomes {@code ClientErased}, and a {@code ClientErased} destroys keys. So nothing is lost when
 * the process dies between two steps, and keys that a backup brings back are destroyed again before anything is opened.
 */
@NullMarked
package io.seenby.access.erasure;

import org.jspecify.annotations.NullMarked;
