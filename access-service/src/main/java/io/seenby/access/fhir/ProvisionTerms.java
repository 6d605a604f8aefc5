package io.seenby.access.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.seenby.events.ConsentDecision;
import io.seenby.events.Purpose;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;
import org.hl7.fhir.r4.model.Consent.provisionActorComponent;

/**
 * The terms of the root provision of a Consent, as far as a fact can hold them.
 *
 * @param decision absent where it cannot be told, which is a flaw
 * @param from first moment; none: from when it was given
 * @param until first moment after the last; none: until revoked
 */
record ProvisionTerms(
        Optional<ConsentDecision> decision,
        ArrayNode recordTypes,
        ArrayNode purposes,
        ArrayNode recipients,
        Optional<String> from,
        Optional<String> until) {

    private static final String ACTION = "http://terminology.hl7.org/CodeSystem/consentaction";
    private static final String ROLE_OF_CONSENT = "http://terminology.hl7.org/CodeSystem/consentactorrole";
    private static final String RESOURCE_TYPES = "http://hl7.org/fhir/resource-types";
    private static final String PROVISION = "Consent.provision";

    /** Adds what cannot be judged to {@code flaws}. */
    static ProvisionTerms of(Consent consent, List<Flaw> flaws) {
        ProvisionComponent provision = consent.getProvision();
        Unjudgeable.in(provision, flaws);
        actions(provision.getAction(), flaws);
        ProvisionTerms terms = new ProvisionTerms(
                ConsentStance.of(consent, flaws),
                recordTypes(provision.getClass_(), flaws),
                purposes(provision.getPurpose(), flaws),
                recipients(provision.getActor(), flaws),
                Optional.of(provision.getPeriod().getStartElement())
                        .filter(start -> start.hasValue())
                        .map(Dates::start),
                Optional.of(provision.getPeriod().getEndElement())
                        .filter(end -> end.hasValue())
                        .map(Dates::end));
        if (provision.getPeriod().hasEnd()
                && provision.getPeriod().hasStart()
                && provision.getPeriod().getEnd().before(provision.getPeriod().getStart())) {
            flaws.add(new Flaw(Flaw.Kind.VALUE, PROVISION + ".period", "ends before it starts"));
        }
        return terms;
    }

    /** To collect, to use or to correct is not to let anybody see: no disclosure is judged by it. */
    private static void actions(List<CodeableConcept> actions, List<Flaw> flaws) {
        boolean aboutSeeing = actions.isEmpty()
                || actions.stream().anyMatch(action -> Codes.is(action, ACTION, "access", "disclose"));
        if (!aboutSeeing) {
            flaws.add(
                    new Flaw(Flaw.Kind.NOT_SUPPORTED, PROVISION + ".action", "is about neither access nor disclosure"));
        }
    }

    private static ArrayNode recordTypes(List<Coding> classes, List<Flaw> flaws) {
        ArrayNode types = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < classes.size(); i++) {
            Optional<String> type = Optional.of(classes.get(i))
                    .filter(coding -> !coding.hasSystem() || coding.getSystem().equals(RESOURCE_TYPES))
                    .flatMap(Codes::plain);
            if (type.isEmpty()) {
                flaws.add(new Flaw(
                        Flaw.Kind.NOT_SUPPORTED, PROVISION + ".class[" + i + "]", "is not a resource type of FHIR"));
            }
            type.ifPresent(types::add);
        }
        return types;
    }

    /** Only exact counterparts: a consent to emergency treatment is none to treatment. */
    private static ArrayNode purposes(List<Coding> codings, List<Flaw> flaws) {
        ArrayNode purposes = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < codings.size(); i++) {
            Optional<Purpose> purpose = PurposeOfUse.exactly(codings.get(i));
            if (purpose.isEmpty()) {
                flaws.add(new Flaw(
                        Flaw.Kind.NOT_SUPPORTED,
                        PROVISION + ".purpose[" + i + "]",
                        "has no exact counterpart among the purposes here"));
            }
            purpose.map(Purpose::wire).ifPresent(purposes::add);
        }
        return purposes;
    }

    /** The custodian is the one who keeps the record: the sender. Whoever receives it is a recipient. */
    private static ArrayNode recipients(List<provisionActorComponent> actors, List<Flaw> flaws) {
        ArrayNode recipients = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < actors.size(); i++) {
            CodeableConcept role = actors.get(i).getRole();
            if (isCustodian(role)) {
                continue;
            }
            boolean receives =
                    Codes.is(role, Agents.PARTICIPATION, "PRCP", "IRCP") || Codes.is(role, ROLE_OF_CONSENT, "GRANTEE");
            Optional<ObjectNode> recipient =
                    receives ? Recipients.of(actors.get(i).getReference()) : Optional.empty();
            if (recipient.isEmpty()) {
                flaws.add(new Flaw(
                        Flaw.Kind.NOT_SUPPORTED,
                        PROVISION + ".actor[" + i + "]",
                        "is neither the custodian nor a recipient who is named"));
            }
            recipient.ifPresent(recipients::add);
        }
        return recipients;
    }

    static boolean isCustodian(CodeableConcept role) {
        return Codes.is(role, Agents.PARTICIPATION, "CST");
    }
}
