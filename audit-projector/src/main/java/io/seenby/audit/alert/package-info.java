/**
 * Alerts on their way to people. The journal of revisions in the views is the source of all of them: the outbox for the
 * topic {@code breach-alerts}, the list, and the stream that is followed live and resumed without gap.
 *
 * <p>Begin with {@link io.seenby.audit.alert.OutboxPublisher} for the topic and with {@link
 * io.seenby.audit.alert.AlertStream} for dashboards. Subscribers of the stream pull: each knows only the ordinal it has
 * shown, so a slow one costs no memory. All subscribers of a tenant share one {@link
 * io.seenby.audit.alert.TenantFeed}, which reads each revision once.
 */
@NullMarked
package io.seenby.audit.alert;

import org.jspecify.annotations.NullMarked;
