package io.seenby.events;

import java.util.Optional;

/** Why, from one closed taxonomy; each value is mapped to HL7 v3 PurposeOfUse (ActReason) where one exists. */
public enum Purpose implements WireCode {
    TREATMENT("treatment", "TREAT"),
    PAYMENT("payment", "HPAYMT"),
    OPERATIONS("operations", "HOPERAT"),
    LEGAL_REPRESENTATION("legal-representation", ""),
    CONFLICT_CHECK("conflict-check", ""),
    ENGAGEMENT("engagement", ""),
    ACCOUNT_SERVICE("account-service", ""),
    COMPLIANCE("compliance", "HCOMPL"),
    PUBLIC_HEALTH("public-health", "PUBHLTH"),
    RESEARCH("research", "HRESCH"),
    CLIENT_REQUEST("client-request", "PATRQT"),
    LEGAL_PROCESS("legal-process", "HLEGAL"),
    SAFETY_EXCEPTION("safety-exception", ""),
    BREAK_GLASS("break-glass", "BTG"),
    SUPPORT("support", "HSYSADMIN"),
    OTHER("other", "");

    private final String wire;
    private final String purposeOfUse;

    Purpose(String wire, String purposeOfUse) {
        this.wire = wire;
        this.purposeOfUse = purposeOfUse;
    }

    @Override
    public String wire() {
        return wire;
    }

    /** Code in http://terminology.hl7.org/CodeSystem/v3-ActReason. */
    public Optional<String> purposeOfUse() {
        return purposeOfUse.isEmpty() ? Optional.empty() : Optional.of(purposeOfUse);
    }
}
