package io.seenby.audit.http;

/** Values of the token's claim {@code roles} that may ask. Whoever has none of them is refused. */
public final class Role {

    /** Reads the trail, disclosures, findings and alerts. */
    public static final String AUDITOR = "auditor";

    /** An auditor who may also unseal, and work on alerts. */
    public static final String INVESTIGATOR = "investigator";

    /** An auditor who may also unseal, and work on alerts. */
    public static final String PRIVACY_OFFICER = "privacy-officer";

    /** Asks who looked at their own information. */
    public static final String CLIENT = "client";

    private Role() {}
}
