package io.seenby.audit.pipeline;

import java.util.List;
import java.util.Set;

/** Why a record is quarantined: a code, and after a colon what else can be said without quoting it. */
public final class Reasons {

    static final String NULL_KEY = "null-key";
    static final String TOMBSTONE = "tombstone";
    static final String NO_MAC = "no-mac";

    /** Under a key that the partition has not accepted before this record. */
    static final String UNKNOWN_KEY = "unknown-key";

    /** Under a key that the partition accepts no more. */
    static final String RETIRED_KEY = "retired-key";

    static final String BAD_MAC = "bad-mac";
    static final String UNDECODABLE = "undecodable";
    static final String TENANT_MISMATCH = "tenant-mismatch";

    /**
     * The key names no tenant that was opened in this partition. Whether another partition knows it is not asked: the
     * answer would depend on which of the two is read first.
     */
    static final String UNKNOWN_TENANT = "unknown-tenant";

    /** Opens a tenant, but says that it belongs into another partition. */
    static final String WRONG_PARTITION = "wrong-partition";

    static final String UNSTORABLE = "unstorable";

    /** All codes there are. */
    public static final List<String> CODES = List.of(
            NULL_KEY,
            TOMBSTONE,
            NO_MAC,
            UNKNOWN_KEY,
            RETIRED_KEY,
            BAD_MAC,
            UNDECODABLE,
            TENANT_MISMATCH,
            UNKNOWN_TENANT,
            WRONG_PARTITION,
            UNSTORABLE);

    private static final Set<String> FORGED = Set.of(NO_MAC, BAD_MAC, UNKNOWN_KEY, RETIRED_KEY);

    private static final int LONGEST_DETAIL = 200;

    private Reasons() {}

    static String undecodable(String detail) {
        return UNDECODABLE + ": " + printable(detail);
    }

    /** Somebody wrote it who has no accepted ledger key. */
    static boolean meansForged(String reason) {
        return FORGED.contains(reason);
    }

    /** The code alone, for counting. */
    public static String codeOf(String reason) {
        int colon = reason.indexOf(':');
        return colon < 0 ? reason : reason.substring(0, colon);
    }

    /** A pointer may hold names that the record's writer chose: only what is safe to store and to print is kept. */
    private static String printable(String detail) {
        String ascii = detail.replaceAll("[^ -~]", "?");
        return ascii.length() <= LONGEST_DETAIL ? ascii : ascii.substring(0, LONGEST_DETAIL) + "...";
    }
}
