package io.seenby.access.fhir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.RecipientKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentComponent;
import org.hl7.fhir.r4.model.Reference;

/**
 * Who receives. A disclosure and the consent to it must name the recipient alike for one to permit the other, so both
 * take the id from here: the reference, else the identifier.
 */
final class Recipients {

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_ADDRESS = 1_000;

    private Recipients() {}

    /** Several destinations of one disclosure are one recipient with all their names: none may get lost. */
    static ObjectNode of(List<AuditEventAgentComponent> agents) {
        if (agents.isEmpty()) {
            return JsonNodeFactory.instance.objectNode().put("name", "not stated");
        }
        ObjectNode recipient = JsonNodeFactory.instance.objectNode();
        Referent first = Referent.of(agents.getFirst().getWho());
        if (agents.size() == 1) {
            first.literal().or(first::identifier).ifPresent(id -> recipient.put("id", id));
        }
        String names = agents.stream()
                .map(agent -> name(agent).orElse(Records.UNSPECIFIED))
                .collect(Collectors.joining("; "));
        recipient.put("name", Texts.cut(names, LONGEST_NAME));
        String addresses = agents.stream()
                .flatMap(agent -> Texts.present(agent.getNetwork().getAddress()).stream())
                .collect(Collectors.joining("; "));
        if (!addresses.isEmpty()) {
            recipient.put("address", Texts.cut(addresses, LONGEST_ADDRESS));
        }
        kind(first).ifPresent(kind -> recipient.put("kind", kind.wire()));
        return recipient;
    }

    /** Empty if the reference names nobody. */
    static Optional<ObjectNode> of(Reference reference) {
        Referent who = Referent.of(reference);
        Optional<String> id = who.literal().or(who::identifier);
        return who.display().or(() -> id).map(name -> {
            ObjectNode recipient = JsonNodeFactory.instance.objectNode();
            id.ifPresent(known -> recipient.put("id", known));
            recipient.put("name", Texts.cut(name, LONGEST_NAME));
            kind(who).ifPresent(kind -> recipient.put("kind", kind.wire()));
            return recipient;
        });
    }

    private static Optional<String> name(AuditEventAgentComponent agent) {
        Referent who = Referent.of(agent.getWho());
        return Actors.name(agent).or(who::identifier).or(who::literal).or(() -> Texts.present(agent.getAltId()));
    }

    private static Optional<RecipientKind> kind(Referent who) {
        if (who.isA("Practitioner", "PractitionerRole", "Patient", "RelatedPerson", "Person")) {
            return Optional.of(RecipientKind.PERSON);
        }
        return who.isA("Organization", "HealthcareService")
                ? Optional.of(RecipientKind.ORGANISATION)
                : Optional.empty();
    }
}
