package io.seenby.core.detection;

import io.seenby.events.LegalBasis;

/**
 * Which legal bases stand although the client has refused. A refusal binds where the law leaves room for the client's
 * will: an agreed restriction on treatment, payment and operations (45 CFR 164.522(a)), an objection (GDPR art. 21(1):
 * art. 6(1)(e) and (f); art. 21(6): research), and every basis that is the client's own permission. It does not bind
 * where the law demands or allows the disclosure whatever the client wishes.
 */
final class Refusal {

    private Refusal() {}

    static boolean binds(LegalBasis basis) {
        return switch (basis) {
            // 45 CFR 164.522(a)(1)(v): a restriction does not reach disclosures under 164.512.
            case HIPAA_REQUIRED_BY_LAW, HIPAA_PUBLIC_HEALTH, COURT_ORDER -> false;
            // 45 CFR 164.502(a)(2)(i): the individual's own access is required.
            case HIPAA_TO_INDIVIDUAL -> false;
            // ABA Model Rule 1.6(b): what a lawyer may reveal without informed consent.
            case ABA_1_6_B_1, ABA_1_6_B_2, ABA_1_6_B_3, ABA_1_6_B_4, ABA_1_6_B_5, ABA_1_6_B_6, ABA_1_6_B_7 -> false;
            // 15 USC 6802(e): the right to opt out of 6802(b) does not prohibit these.
            case GLBA_PROCESSING, GLBA_FRAUD_PREVENTION, GLBA_LEGAL_PROCESS -> false;
            // GDPR: a legal obligation, vital interests, legal claims, public interest laid down by law.
            case GDPR_6_1_C, GDPR_6_1_D, GDPR_9_2_B, GDPR_9_2_C, GDPR_9_2_F, GDPR_9_2_G, GDPR_9_2_I -> false;
            case HIPAA_TREATMENT, HIPAA_PAYMENT, HIPAA_OPERATIONS, HIPAA_AUTHORISATION -> true;
            case GLBA_CONSENT -> true;
            case GDPR_6_1_A, GDPR_6_1_B, GDPR_6_1_E, GDPR_6_1_F -> true;
            case GDPR_9_2_A, GDPR_9_2_D, GDPR_9_2_E, GDPR_9_2_H, GDPR_9_2_J -> true;
        };
    }
}
