package io.seenby.access.fhir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.ActorKind;
import java.util.Optional;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventSourceComponent;

/** Agents as the actor of a report. */
final class Actors {

    private static final int LONGEST_NAME = 256;

    private Actors() {}

    static boolean isKnown(AuditEventAgentComponent agent) {
        return id(agent).isPresent();
    }

    static ObjectNode of(AuditEventAgentComponent agent) {
        ObjectNode actor = node(id(agent).orElseThrow(), kind(agent), name(agent));
        Codes.codings(agent.getRole())
                .flatMap(coding -> Codes.plain(coding).stream())
                .findFirst()
                .ifPresent(role -> actor.put("role", role));
        return actor;
    }

    /** An event in which no agent is known is put down to the system that saw it. */
    static Optional<ObjectNode> of(AuditEventSourceComponent source) {
        Referent observer = Referent.of(source.getObserver());
        return observer.identifier()
                .or(observer::literal)
                .or(observer::display)
                .or(() -> Texts.present(source.getSite()))
                .map(id -> node(id, ActorKind.SERVICE, observer.display()));
    }

    static Optional<String> name(AuditEventAgentComponent agent) {
        return Texts.present(agent.getName())
                .or(() -> Referent.of(agent.getWho()).display());
    }

    /** A patient is known by the reference, as the client is: so it shows that somebody looked at their own record. */
    private static Optional<String> id(AuditEventAgentComponent agent) {
        Referent who = Referent.of(agent.getWho());
        Optional<String> first = who.isA("Patient") ? who.literal() : who.identifier();
        return first.or(who::identifier)
                .or(who::literal)
                .or(() -> Texts.present(agent.getAltId()))
                .or(() -> name(agent));
    }

    private static ActorKind kind(AuditEventAgentComponent agent) {
        Referent who = Referent.of(agent.getWho());
        if (who.isA("Patient", "RelatedPerson") || Codes.is(agent.getType(), Agents.SECURITY_ROLE, "datasubject")) {
            return ActorKind.CLIENT;
        }
        if (who.isA("Device", "Organization", "HealthcareService", "Endpoint")) {
            return ActorKind.SERVICE;
        }
        boolean person = Agents.isPerson(agent) || agent.hasName() || who.isA("Practitioner", "PractitionerRole");
        return person || !Agents.isProcess(agent) ? ActorKind.WORKFORCE : ActorKind.SERVICE;
    }

    private static ObjectNode node(String id, ActorKind kind, Optional<String> name) {
        ObjectNode actor = JsonNodeFactory.instance.objectNode();
        actor.put("id", id);
        actor.put("kind", kind.wire());
        name.ifPresent(given -> actor.put("name", Texts.cut(given, LONGEST_NAME)));
        return actor;
    }
}
