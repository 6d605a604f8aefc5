package io.seenby.access.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.Reference;

/** Patients as the clients of a report: each once, with the first name that is given for it. */
final class Clients {

    private static final int LONGEST_NAME = 256;

    private Clients() {}

    static ArrayNode of(AuditEvent event) {
        Map<String, Optional<String>> names = new LinkedHashMap<>();
        Entities.patients(event)
                .forEach(patient -> Entities.id(patient)
                        .ifPresent(id -> names.merge(id, name(patient), (first, later) -> first.or(() -> later))));
        ArrayNode clients = JsonNodeFactory.instance.arrayNode();
        names.forEach((id, name) -> clients.add(client(id, name)));
        return clients;
    }

    /** The one client of a consent. */
    static Optional<ArrayNode> of(Reference patient) {
        Referent who = Referent.of(patient);
        return who.literal()
                .or(who::identifier)
                .map(id -> JsonNodeFactory.instance.arrayNode().add(client(id, who.display())));
    }

    /** The name of data is not the name of the patient it belongs to. */
    private static Optional<String> name(AuditEventEntityComponent entity) {
        Optional<String> display = Referent.of(entity.getWhat()).display();
        return Entities.isPatient(entity) ? display.or(() -> Texts.present(entity.getName())) : display;
    }

    private static ObjectNode client(String id, Optional<String> name) {
        ObjectNode client = JsonNodeFactory.instance.objectNode().put("id", id);
        name.ifPresent(given -> client.put("name", Texts.cut(given, LONGEST_NAME)));
        return client;
    }
}
