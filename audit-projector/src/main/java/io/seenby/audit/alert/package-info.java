/**
<<<<<<< HEAD
 * Breach alerts for those who watch: a list, and a stream that is followed live and resumed without gap.
 *
 * <p>Begin with {@link io.seenby.audit.alert.AlertStream}. Its subscribers pull: each knows only the ordinal it has
 * shown, so a slow one costs no memory. All subscribers of a tenant share one {@link
 * io.seenby.audit.alert.TenantFeed}, which reads each revision once.
=======
 * Alerts on their way to people: the journal of revisions in the views is an outbox for the topic {@code breach-alerts}.
 *
 * <p>Begin with {@link io.seenby.audit.alert.OutboxPublisher}.
>>>>>>> projector
 */
@NullMarked
package io.seenby.audit.alert;

import org.jspecify.annotations.NullMarked;
