package io.seenby.access.fhir;

import io.seenby.events.ConsentDecision;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Consent;
import org.hl7.fhir.r4.model.Consent.ProvisionComponent;

/**
 * Whether a Consent permits or denies. The type of the root provision says it. Without one the base policy does, but
 * only where the provision cannot be read as an exception to it: FHIR's own examples use an untyped provision both
 * ways. So an opt-in permits while its provision limits nothing but the period, and an opt-out denies while it names
 * nothing but the custodian and the period; everything else is refused.
 */
final class ConsentStance {

    private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";

    private ConsentStance() {}

    static Optional<ConsentDecision> of(Consent consent, List<Flaw> flaws) {
        ProvisionComponent provision = consent.getProvision();
        Optional<ConsentDecision> decision =
                provision.hasType() ? typed(provision) : byPolicy(consent).filter(base -> isClear(base, provision));
        if (decision.isEmpty()) {
            flaws.add(new Flaw(
                    Flaw.Kind.BUSINESS_RULE,
                    "Consent.provision.type",
                    "is needed: policyRule alone does not tell whether this provision permits or denies"));
        }
        return decision;
    }

    private static Optional<ConsentDecision> typed(ProvisionComponent provision) {
        return switch (provision.getType()) {
            case PERMIT -> Optional.of(ConsentDecision.PERMIT);
            case DENY -> Optional.of(ConsentDecision.DENY);
            case NULL -> Optional.empty();
        };
    }

    private static Optional<ConsentDecision> byPolicy(Consent consent) {
        if (Codes.is(consent.getPolicyRule(), ACT_CODE, "OPTIN")) {
            return Optional.of(ConsentDecision.PERMIT);
        }
        return Codes.is(consent.getPolicyRule(), ACT_CODE, "OPTOUT")
                ? Optional.of(ConsentDecision.DENY)
                : Optional.empty();
    }

    private static boolean isClear(ConsentDecision base, ProvisionComponent provision) {
        boolean narrowed = provision.hasAction() || provision.hasPurpose() || provision.hasClass_();
        boolean onlyCustodians =
                provision.getActor().stream().allMatch(actor -> ProvisionTerms.isCustodian(actor.getRole()));
        return !narrowed && (base == ConsentDecision.DENY ? onlyCustodians : !provision.hasActor());
    }
}
