/**
 * Publishers: who may report what, and how much of it.
 *
 * <p>Begin with {@link io.seenby.access.publisher.Register}, what every instance holds in memory and asks on each report;
 * {@link io.seenby.access.publisher.Registering} decides and {@link io.seenby.access.publisher.Telling} tells the ledger
 * of it. A suspension is in the table, and so in the deny list of each instance, before it is in the ledger.
 */
@NullMarked
package io.seenby.access.publisher;

import org.jspecify.annotations.NullMarked;
