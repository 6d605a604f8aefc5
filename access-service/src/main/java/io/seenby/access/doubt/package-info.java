/** What the audit service finds wrong with the ledger or its views becomes an entry: {@link io.seenby.access.doubt.Doubts}. */
@NullMarked
package io.seenby.access.doubt;

import org.jspecify.annotations.NullMarked;
