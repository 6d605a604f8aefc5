package io.seenby.bench.organisations;

import java.util.List;

/** The four kinds of organisation: their words, their hours, and how they tie people to clients. */
public enum Kind {
    HOSPITAL(
            "hospital",
            new Words("care-team", "treatment", "hipaa-treatment", "hipaa-authorisation", "chart", "psychotherapy"),
            List.of("physician", "nurse", "nurse", "nurse", "therapist", "registrar"),
            new Pace(40, 70, true, 60)),
    LAW_FIRM(
            "law-firm",
            new Words("matter-team", "legal-representation", "gdpr-6-1-b", "gdpr-6-1-a", "matter", "privileged"),
            List.of("partner", "associate", "associate", "paralegal", "clerk", "secretary"),
            new Pace(15, 20, false, 10)),
    BANK(
            "bank",
            new Words("account", "account-service", "glba-processing", "glba-consent", "account", "financial"),
            List.of("adviser", "teller", "teller", "analyst", "clerk", "auditor"),
            new Pace(40, 50, false, 25)),
    CONSULTANCY(
            "consultancy",
            new Words("engagement", "engagement", "gdpr-6-1-f", "gdpr-6-1-a", "engagement-file", "confidential"),
            List.of("partner", "manager", "consultant", "consultant", "analyst", "assistant"),
            new Pace(15, 30, false, 10));

    /**
     * Codes of the contract.
     *
     * @param tie the kind of its usual relationship
     * @param basis permits a disclosure by itself; {@code consentBasis} only with a consent
     * @param label of its sensitive records
     */
    record Words(String tie, String purpose, String basis, String consentBasis, String record, String label) {}

    /**
     * How much happens.
     *
     * @param accessesADay of one actor
     * @param byTeam how many of a hundred clients are tied to a team rather than to some of its members
     * @param roundTheClock three shifts instead of office hours
     * @param weekend volume of a Saturday or Sunday, in hundredths of a weekday's
     */
    record Pace(int accessesADay, int byTeam, boolean roundTheClock, int weekend) {}

    private final String code;
    private final Words words;
    private final List<String> roles;
    private final Pace pace;

    Kind(String code, Words words, List<String> roles, Pace pace) {
        this.code = code;
        this.words = words;
        this.roles = roles;
        this.pace = pace;
    }

    /** As people read it. */
    public String code() {
        return code;
    }

    Words words() {
        return words;
    }

    /** Of the place within a team. */
    String role(int place) {
        return roles.get(place);
    }

    Pace pace() {
        return pace;
    }
}
