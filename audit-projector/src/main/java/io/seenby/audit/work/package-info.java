/**
 * What people do with an alert: recorded in the ledger before it is answered. Begin with {@link
 * io.seenby.audit.work.WorkDesk}. The views follow when the pipeline has read the entry.
 */
@NullMarked
package io.seenby.audit.work;

import org.jspecify.annotations.NullMarked;
