/**
 * Alerts on their way to people: the journal of revisions in the views is an outbox for the topic {@code breach-alerts}.
 *
 * <p>Begin with {@link io.seenby.audit.alert.OutboxPublisher}.
 */
@NullMarked
package io.seenby.audit.alert;

import org.jspecify.annotations.NullMarked;
