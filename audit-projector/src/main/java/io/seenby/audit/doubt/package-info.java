/**
 * What this service finds wrong with its own ground. {@link io.seenby.audit.doubt.Doubts} puts it into the ledger, where a
 * rule makes an alert of it.
 */
@NullMarked
package io.seenby.audit.doubt;

import org.jspecify.annotations.NullMarked;
