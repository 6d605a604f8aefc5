package io.seenby.access.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.EventType;
import io.seenby.events.Outcome;
import io.seenby.events.Purpose;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/** What the reports of all AuditEvents have in common. */
final class EventParts {

    private static final String EMERGENCY_OVERRIDE = "110127";
    private static final int LONGEST_ADDRESS = 256;

    private final AuditEvent event;
    private final ObjectNode actor;
    private final Ending ending;
    private final Optional<AuditEventAgentComponent> agent;
    private final List<AuditEventEntityComponent> data;

    EventParts(AuditEvent event, ObjectNode actor, Ending ending) {
        this.event = event;
        this.actor = actor;
        this.ending = ending;
        this.agent = Agents.actor(event);
        this.data = Entities.data(event);
    }

    List<AuditEventEntityComponent> data() {
        return data;
    }

    Optional<AuditEventAgentComponent> agent() {
        return agent;
    }

    Optional<ObjectNode> record() {
        return Records.of(event, data);
    }

    /** Type, moment, actor and outcome before {@code own}, whose fields are kept. */
    Mapping report(EventType type, ObjectNode own) {
        ObjectNode report = envelope(type);
        report.setAll(own);
        return new Mapping.Report(report);
    }

    ObjectNode envelope(EventType type) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("type", type.wire());
        EventMoment.of(event).ifPresent(moment -> report.put("occurredAt", moment));
        report.set("actor", actor);
        ArrayNode clients = Clients.of(event);
        if (!clients.isEmpty()) {
            report.set("clients", clients);
        }
        purpose().ifPresent(purpose -> report.put("purpose", purpose.wire()));
        if (type != EventType.ACCESS_DENIED && ending.outcome() != Outcome.SUCCESS) {
            report.put("outcome", ending.outcome().wire());
        }
        return report;
    }

    /** How an access came about. */
    ObjectNode access(Optional<String> operation) {
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        operation.ifPresent(code -> own.put("operation", code));
        boolean override = event.getSubtype().stream().anyMatch(s -> Codes.is(s, Codes.DCM, EMERGENCY_OVERRIDE));
        if (override || PurposeOfUse.isBreakGlass(purposes())) {
            own.put("breakGlass", true);
        }
        agent.flatMap(who -> Texts.present(who.getNetwork().getAddress()))
                .ifPresent(address -> own.putObject("origin").put("address", Texts.cut(address, LONGEST_ADDRESS)));
        return own;
    }

    /** Why, as people would read it. */
    Stream<String> purposeWords() {
        return concepts()
                .flatMap(concept -> Texts.present(concept.getText())
                        .map(Stream::of)
                        .orElseGet(() -> concept.getCoding().stream()
                                .flatMap(
                                        coding -> Texts.present(coding.getDisplay())
                                                .or(() -> Texts.present(coding.getCode()))
                                                .stream())))
                .distinct();
    }

    private Optional<Purpose> purpose() {
        return PurposeOfUse.of(purposes());
    }

    private List<Coding> purposes() {
        return concepts().flatMap(concept -> concept.getCoding().stream()).toList();
    }

    /** The actor's own reasons first, then those of the event, then those of the others who took part. */
    private Stream<CodeableConcept> concepts() {
        Stream<AuditEventAgentComponent> others = event.getAgent().stream()
                .filter(other -> agent.filter(who -> who == other).isEmpty());
        return Stream.of(
                        agent.stream().flatMap(who -> who.getPurposeOfUse().stream()),
                        event.getPurposeOfEvent().stream(),
                        others.flatMap(other -> other.getPurposeOfUse().stream()))
                .flatMap(concepts -> concepts);
    }
}
