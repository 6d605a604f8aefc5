package io.seenby.access.fhir;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.Coding;

/** What an AuditEvent names beside its agents: patients, data, a query, a consent, and things of the transport. */
final class Entities {

    private static final String ENTITY_TYPE = "http://terminology.hl7.org/CodeSystem/audit-entity-type";
    private static final String OBJECT_ROLE = "http://terminology.hl7.org/CodeSystem/object-role";

    private static final String PERSON = "1";
    private static final String PATIENT = "1";
    private static final String QUERY = "24";

    private Entities() {}

    /** Entities that are patients in person, and data that belongs to the patient resource itself. */
    static Stream<AuditEventEntityComponent> patients(AuditEvent event) {
        return event.getEntity().stream()
                .filter(entity ->
                        isPatient(entity) || Referent.of(entity.getWhat()).isA("Patient"));
    }

    /**
     * What was looked at, the most telling first: documents and resources before jobs, what is referred to before what
     * is only named. A consent beside other data is what permitted to look at it, and no data itself.
     */
    static List<AuditEventEntityComponent> data(AuditEvent event) {
        List<AuditEventEntityComponent> all = event.getEntity().stream()
                .filter(Entities::isData)
                .sorted(Comparator.comparingInt(Entities::rank))
                .toList();
        List<AuditEventEntityComponent> withoutConsents =
                all.stream().filter(entity -> !isConsent(entity)).toList();
        return withoutConsents.isEmpty() ? all : withoutConsents;
    }

    static Optional<AuditEventEntityComponent> query(AuditEvent event) {
        return event.getEntity().stream().filter(Entities::isQuery).findFirst();
    }

    /** The consent that a disclosure relies on. */
    static Optional<String> consent(AuditEvent event) {
        return event.getEntity().stream()
                .filter(Entities::isConsent)
                .flatMap(entity -> Referent.of(entity.getWhat()).literalFirst().stream())
                .findFirst();
    }

    static Optional<String> id(AuditEventEntityComponent entity) {
        return Referent.of(entity.getWhat()).literalFirst().or(() -> Texts.present(entity.getName()));
    }

    static boolean isPatient(AuditEventEntityComponent entity) {
        boolean person = Codes.is(entity.getType(), ENTITY_TYPE, PERSON);
        return Codes.is(entity.getRole(), OBJECT_ROLE, PATIENT) && (person || !entity.hasType());
    }

    private static boolean isConsent(AuditEventEntityComponent entity) {
        return Referent.of(entity.getWhat()).isA("Consent");
    }

    private static boolean isQuery(AuditEventEntityComponent entity) {
        return entity.hasQuery() || Codes.is(entity.getRole(), OBJECT_ROLE, QUERY);
    }

    private static boolean isData(AuditEventEntityComponent entity) {
        return !isPatient(entity)
                && !isQuery(entity)
                && !isOfTransport(entity.getType())
                && !Referent.of(entity.getWhat()).isA("OperationOutcome")
                && id(entity).isPresent();
    }

    /** X-Request-Id and tokens (IHE BALP): how the request came, not what it was for. */
    private static boolean isOfTransport(Coding type) {
        String code = Codes.lower(type).replace("-", "");
        String system = type.hasSystem() ? type.getSystem().toLowerCase(Locale.ROOT) : "";
        return code.equals("xrequestid") || system.endsWith("useragenttypes");
    }

    private static int rank(AuditEventEntityComponent entity) {
        if (Codes.is(entity.getRole(), OBJECT_ROLE, "3", "4")) {
            return 0;
        }
        return Referent.of(entity.getWhat()).literal().isPresent() ? 1 : 2;
    }
}
