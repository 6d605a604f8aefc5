package io.seenby.events;

/** One confidentiality domain of an organisation: the unit of isolation, of order and of the ledger. */
public record TenantId(String value) implements Comparable<TenantId> {

    private static final String RESERVED = "seenby-";

    public TenantId {
        Patterns.require(Patterns.TENANT, value, "TenantId");
    }

    /** Whose ledger tells what happens to a partition itself, such as the rotation of its keys. */
    public static TenantId ofLedger(int partition) {
        return new TenantId(RESERVED + "ledger-" + partition);
    }

    /** One of SeenBy's own, which nobody else may open. */
    public boolean isReserved() {
        return value.startsWith(RESERVED);
    }

    @Override
    public int compareTo(TenantId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
