package io.seenby.access.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.util.Optional;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.BaseDateTimeType;

/** When an AuditEvent happened: the start of its period if that has a time of day, else when it was recorded. */
final class EventMoment {

    private EventMoment() {}

    /** As it stands in the resource; empty if the event does not say. */
    static Optional<String> of(AuditEvent event) {
        return precise(event.getPeriod().getStartElement()).or(() -> precise(event.getRecordedElement()));
    }

    private static Optional<String> precise(BaseDateTimeType moment) {
        return Optional.ofNullable(moment.getValueAsString())
                .filter(text -> moment.getPrecision().compareTo(TemporalPrecisionEnum.SECOND) >= 0);
    }
}
