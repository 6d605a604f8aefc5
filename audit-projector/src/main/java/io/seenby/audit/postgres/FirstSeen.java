package io.seenby.audit.postgres;

/** Where an identity was seen first, and the tag of what it contained. */
public record FirstSeen(long ledgerIndex, String contentTag) {

    /** An identity to look up: the 16-byte digest of tenant, publisher and event id. */
    public record Wanted(String tenant, byte[] identity) {}
}
