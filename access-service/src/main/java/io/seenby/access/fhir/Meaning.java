package io.seenby.access.fhir;

import java.util.Set;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.Coding;

/** Which of our events an AuditEvent is, by its type and subtype. */
enum Meaning {
    READ,
    SEARCH,
    EXPORT,
    PRINT,
    DISCLOSE,
    LOGIN,
    LOGOUT,
    /** An authorisation was decided: of interest here only when the answer was no. */
    DECISION,
    /** An event of the system; an access only if it names what was touched. */
    SYSTEM;

    static final String AUDIT_EVENT_TYPE = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    static final String INTERACTION = "http://hl7.org/fhir/restful-interaction";
    static final String LIFECYCLE = "http://terminology.hl7.org/CodeSystem/iso-21089-lifecycle";
    static final String AUTHORISATION = "https://profiles.ihe.net/ITI/BALP/CodeSystem/AuthZsubType";
    private static final String ENTITY_LIFECYCLE = "http://terminology.hl7.org/CodeSystem/dicom-audit-lifecycle";

    private static final Set<String> SEARCHES = Set.of("search", "search-type", "search-system");

    /** Film and paper (DICOM PS3.16, CID 405). */
    private static final String[] PRINTED = {"110010", "110038"};

    static Meaning of(AuditEvent event) {
        Coding type = event.getType();
        if (Codes.is(type, AUDIT_EVENT_TYPE, "rest")) {
            return rest(event);
        }
        if (Codes.is(type, Codes.DCM, "110114")) {
            return hasSubtype(event, Codes.DCM, "110123", "logout") ? LOGOUT : LOGIN;
        }
        if (Codes.is(type, Codes.DCM, "110112")) {
            return SEARCH;
        }
        if (Codes.is(type, Codes.DCM, "110106") || Codes.is(type, LIFECYCLE, "disclose", "transmit")) {
            return export(event);
        }
        if (Codes.is(type, Codes.DCM, "110102", "110104") || Codes.is(type, LIFECYCLE, "extract")) {
            return EXPORT;
        }
        if (hasSubtype(event, AUTHORISATION, "AuthZ-Consent", "AuthZ-Role")) {
            return DECISION;
        }
        if (Codes.is(type, Codes.DCM, "110100", "110108", "110113")) {
            return SYSTEM;
        }
        return Entities.query(event).isPresent() ? SEARCH : READ;
    }

    static boolean isImport(AuditEvent event) {
        return Codes.is(event.getType(), Codes.DCM, "110107");
    }

    private static Meaning rest(AuditEvent event) {
        boolean searched = event.getSubtype().stream().anyMatch(subtype -> SEARCHES.contains(Codes.lower(subtype)));
        boolean saysNothing = !event.hasSubtype() && Entities.query(event).isPresent();
        return searched || saysNothing ? SEARCH : READ;
    }

    /**
     * Said to be a disclosure, it is one. Otherwise paper is a print, other media are an export, and what goes to a
     * named destination is a disclosure, for DICOM's Export is "data exported out of the system". Disclosures are
     * accounted for per client: one that names no client is kept as an export.
     */
    private static Meaning export(AuditEvent event) {
        boolean aboutSomebody = !Clients.of(event).isEmpty();
        if (aboutSomebody && isSaidToBeDisclosure(event)) {
            return DISCLOSE;
        }
        if (Agents.media(event).anyMatch(agent -> Codes.is(agent.getMedia(), Codes.DCM, PRINTED))) {
            return PRINT;
        }
        if (Agents.media(event).findAny().isPresent()) {
            return EXPORT;
        }
        boolean sentSomewhere = event.getAgent().stream().anyMatch(Agents::isDestination);
        return aboutSomebody && sentSomewhere ? DISCLOSE : EXPORT;
    }

    private static boolean isSaidToBeDisclosure(AuditEvent event) {
        return Codes.is(event.getType(), LIFECYCLE, "disclose")
                || event.getSubtype().stream()
                        .map(Codes::lower)
                        .anyMatch(code -> code.equals("disclose") || code.equals("disclosure"))
                || event.getEntity().stream()
                        .anyMatch(entity -> Codes.is(entity.getLifecycle(), ENTITY_LIFECYCLE, "11"));
    }

    private static boolean hasSubtype(AuditEvent event, String system, String... codes) {
        return event.getSubtype().stream().anyMatch(subtype -> Codes.is(subtype, system, codes));
    }
}
