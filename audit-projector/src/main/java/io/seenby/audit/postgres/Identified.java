package io.seenby.audit.postgres;

/** An identity that was seen before. */
public final class Identified {

    private Identified() {}

    /** What is asked: a tenant and a 16-byte digest. */
    public record Wanted(String tenant, byte[] identity) {}

    /** Where it was seen first, and what it contained. */
    public record Known(long ledgerIndex, String contentTag) {}
}
