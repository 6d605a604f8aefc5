package io.seenby.core.detection;

import io.seenby.core.completeness.PublisherInstance;
import io.seenby.events.BreachAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A publisher has promised to be heard within a time and was not: it is down, cut off, or switched off so that nobody sees
 * what is done (45 CFR 164.312(b), audit controls; ISO 27001, A.8.15: failures of logging are to be noticed). When it is
 * heard again, the alert is explained; that it was silent stays in the journal.
 *
 * @param grace on top of what was promised: a heartbeat takes its time too
 */
record PublisherSilent(int version, Duration grace) {

    static final String NAME = "publisher-silent";
    static final PublisherSilent BUILT_IN = new PublisherSilent(1, Duration.ofMinutes(1));

    /** The moment after which it is silent; empty if it has promised nothing or is silent already. */
    Optional<Instant> deadline(PublisherInstance instance) {
        return instance.promise()
                .filter(promised -> !instance.silent())
                .map(promised -> instance.heardAt().plus(promised).plus(grace));
    }

    /** Core time has moved on to an entry's. */
    Told overdue(TenantState state, PublisherInstance instance, Indexed at) {
        if (deadline(instance).filter(moment -> moment.isBefore(at.coreTime())).isEmpty()) {
            return Told.nothing(instance);
        }
        TenantWarning warning = new TenantWarning(
                NAME,
                version,
                BreachAlert.Severity.MEDIUM,
                "Publisher " + instance.key() + " was not heard within the time that it has promised.",
                List.of(instance.heardIndex(), at.index()),
                instance.heardAt(),
                instance.key().toString());
        TenantWarning.Said said = warning.say(state, instance.silenceAlert(), at.index(), at.coreTime());
        return Told.of(instance.silenceShownBy(said.shown()), said.revision());
    }

    /** The alert about an instance that was silent until this entry of it. */
    List<AlertRevision> ended(TenantState state, PublisherInstance before, Indexed by) {
        return before.silenceAlert().filter(shown -> before.silent()).stream()
                .map(shown -> state.alert(shown.alertId()))
                .map(alert -> alert.explainedBy(by, "Publisher " + before.key() + " was heard again."))
                .toList();
    }
}
