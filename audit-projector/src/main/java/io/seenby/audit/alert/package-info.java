/**
 * Breach alerts on their way to people: a topic, a list, and a stream that is followed live and resumed without gap.
 *
 * <p>The journal of revisions in the views feeds them all. {@link io.seenby.audit.alert.OutboxPublisher} sends it to
 * the topic {@code breach-alerts}. {@link io.seenby.audit.alert.AlertStream} shows it: its subscribers pull, each knows
 * only the ordinal it has shown, so a slow one costs no memory; all subscribers of a tenant share one {@link
 * io.seenby.audit.alert.TenantFeed}, which reads each revision once.
 */
@NullMarked
package io.seenby.audit.alert;

import org.jspecify.annotations.NullMarked;
