package io.seenby.events;

/** What permits a disclosure. */
public enum LegalBasis implements WireCode {
    HIPAA_TREATMENT("hipaa-treatment", "45 CFR 164.506(c)", false),
    HIPAA_PAYMENT("hipaa-payment", "45 CFR 164.506(c)", false),
    HIPAA_OPERATIONS("hipaa-operations", "45 CFR 164.506(c)", false),
    HIPAA_AUTHORISATION("hipaa-authorisation", "45 CFR 164.508", true),
    HIPAA_REQUIRED_BY_LAW("hipaa-required-by-law", "45 CFR 164.512(a)", false),
    HIPAA_PUBLIC_HEALTH("hipaa-public-health", "45 CFR 164.512(b)", false),
    HIPAA_TO_INDIVIDUAL("hipaa-to-individual", "45 CFR 164.502(a)(1)(i)", false),
    COURT_ORDER("court-order", "45 CFR 164.512(e)(1)(i)", false),
    ABA_1_6_B_1("aba-1.6-b-1", "ABA Model Rule 1.6(b)(1)", false),
    ABA_1_6_B_2("aba-1.6-b-2", "ABA Model Rule 1.6(b)(2)", false),
    ABA_1_6_B_3("aba-1.6-b-3", "ABA Model Rule 1.6(b)(3)", false),
    ABA_1_6_B_4("aba-1.6-b-4", "ABA Model Rule 1.6(b)(4)", false),
    ABA_1_6_B_5("aba-1.6-b-5", "ABA Model Rule 1.6(b)(5)", false),
    ABA_1_6_B_6("aba-1.6-b-6", "ABA Model Rule 1.6(b)(6)", false),
    ABA_1_6_B_7("aba-1.6-b-7", "ABA Model Rule 1.6(b)(7)", false),
    GLBA_CONSENT("glba-consent", "15 USC 6802(e)(2)", true),
    GLBA_PROCESSING("glba-processing", "15 USC 6802(e)(1)", false),
    GLBA_FRAUD_PREVENTION("glba-fraud-prevention", "15 USC 6802(e)(3)", false),
    GLBA_LEGAL_PROCESS("glba-legal-process", "15 USC 6802(e)(8)", false),
    GDPR_6_1_A("gdpr-6-1-a", "GDPR art. 6(1)(a)", true),
    GDPR_6_1_B("gdpr-6-1-b", "GDPR art. 6(1)(b)", false),
    GDPR_6_1_C("gdpr-6-1-c", "GDPR art. 6(1)(c)", false),
    GDPR_6_1_D("gdpr-6-1-d", "GDPR art. 6(1)(d)", false),
    GDPR_6_1_E("gdpr-6-1-e", "GDPR art. 6(1)(e)", false),
    GDPR_6_1_F("gdpr-6-1-f", "GDPR art. 6(1)(f)", false),
    GDPR_9_2_A("gdpr-9-2-a", "GDPR art. 9(2)(a)", true),
    GDPR_9_2_B("gdpr-9-2-b", "GDPR art. 9(2)(b)", false),
    GDPR_9_2_C("gdpr-9-2-c", "GDPR art. 9(2)(c)", false),
    GDPR_9_2_D("gdpr-9-2-d", "GDPR art. 9(2)(d)", false),
    GDPR_9_2_E("gdpr-9-2-e", "GDPR art. 9(2)(e)", false),
    GDPR_9_2_F("gdpr-9-2-f", "GDPR art. 9(2)(f)", false),
    GDPR_9_2_G("gdpr-9-2-g", "GDPR art. 9(2)(g)", false),
    GDPR_9_2_H("gdpr-9-2-h", "GDPR art. 9(2)(h)", false),
    GDPR_9_2_I("gdpr-9-2-i", "GDPR art. 9(2)(i)", false),
    GDPR_9_2_J("gdpr-9-2-j", "GDPR art. 9(2)(j)", false);

    private final String wire;
    private final String citation;
    private final boolean needsConsent;

    LegalBasis(String wire, String citation, boolean needsConsent) {
        this.wire = wire;
        this.citation = citation;
        this.needsConsent = needsConsent;
    }

    @Override
    public String wire() {
        return wire;
    }

    public String citation() {
        return citation;
    }

    /** True where the basis is the client's own permission, so that it stands only while a consent does. */
    public boolean needsConsent() {
        return needsConsent;
    }
}
