package io.seenby.cli.verify;

/** What the ledger's trees sign as. */
public final class Origins {

    /** In the place of a tenant: the records of a partition that belong to none. No tenant can be called so. */
    public static final String STRANGERS = "~unattributed";

    private static final String PREFIX = "seenby/";

    private Origins() {}

    static String ofTenant(String tenant) {
        return PREFIX + tenant;
    }

    static String ofStrangers(int partition) {
        return PREFIX + STRANGERS + "/" + partition;
    }
}
