package io.seenby.access.fhir;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;

/** Who took which part in an AuditEvent. */
final class Agents {

    static final String PARTICIPATION = "http://terminology.hl7.org/CodeSystem/v3-ParticipationType";
    static final String SECURITY_ROLE = "http://terminology.hl7.org/CodeSystem/extra-security-role-type";

    private static final String APPLICATION = "110150";
    private static final String DESTINATION = "110152";
    private static final String SOURCE = "110153";
    private static final String MEDIA = "110154";

    private Agents() {}

    /**
     * The one who acted, if any agent can be told by an id or a name: a person who asked, whoever asked, a person, the
     * program that asked, the sender, the first.
     */
    static Optional<AuditEventAgentComponent> actor(AuditEvent event) {
        List<AuditEventAgentComponent> known =
                event.getAgent().stream().filter(Actors::isKnown).toList();
        return firstOf(
                known,
                agent -> agent.getRequestor() && isPerson(agent),
                AuditEventAgentComponent::getRequestor,
                Agents::isPerson,
                agent -> isCaller(event, agent),
                agent -> isSource(agent),
                agent -> !isMedia(agent));
    }

    /** Who the information went to; the actor is not among them. */
    static List<AuditEventAgentComponent> recipients(AuditEvent event, Optional<AuditEventAgentComponent> actor) {
        List<AuditEventAgentComponent> others = event.getAgent().stream()
                .filter(agent -> actor.filter(a -> a == agent).isEmpty())
                .filter(Actors::isKnown)
                .toList();
        List<AuditEventAgentComponent> named =
                others.stream().filter(Agents::isDestination).toList();
        return named.isEmpty()
                ? others.stream()
                        .filter(agent -> Codes.is(agent.getType(), PARTICIPATION, "IRCP", "PRCP"))
                        .toList()
                : named;
    }

    /** Media that the information left on. */
    static Stream<AuditEventAgentComponent> media(AuditEvent event) {
        return event.getAgent().stream().filter(Agents::isMedia);
    }

    static boolean isPerson(AuditEventAgentComponent agent) {
        return Codes.is(agent.getType(), PARTICIPATION, "IRCP")
                || Codes.is(agent.getType(), SECURITY_ROLE, "humanuser", "datasubject");
    }

    static boolean isDestination(AuditEventAgentComponent agent) {
        return Codes.is(agent.getType(), Codes.DCM, DESTINATION) && !isMedia(agent);
    }

    static boolean isMedia(AuditEventAgentComponent agent) {
        return agent.hasMedia() || Codes.is(agent.getType(), Codes.DCM, MEDIA);
    }

    /** A source or a destination is a process (DICOM PS3.16, CID 402). */
    static boolean isProcess(AuditEventAgentComponent agent) {
        return Codes.is(agent.getType(), Codes.DCM, APPLICATION, DESTINATION, SOURCE);
    }

    private static boolean isSource(AuditEventAgentComponent agent) {
        return Codes.is(agent.getType(), Codes.DCM, SOURCE);
    }

    /** IHE BALP: what is read flows to the client, all else flows from it; a deleting client is an application. */
    private static boolean isCaller(AuditEvent event, AuditEventAgentComponent agent) {
        String side = event.getAction() == AuditEventAction.R ? DESTINATION : SOURCE;
        return Codes.is(event.getType(), Meaning.AUDIT_EVENT_TYPE, "rest")
                && Codes.is(agent.getType(), Codes.DCM, side, APPLICATION);
    }

    @SafeVarargs
    private static Optional<AuditEventAgentComponent> firstOf(
            List<AuditEventAgentComponent> agents, Predicate<AuditEventAgentComponent>... wishes) {
        return Stream.of(wishes).flatMap(wish -> agents.stream().filter(wish)).findFirst();
    }
}
