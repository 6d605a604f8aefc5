package io.seenby.events;

/** One confidentiality domain of an organisation: the unit of isolation, of order and of the ledger. */
public record TenantId(String value) implements Comparable<TenantId> {

    public TenantId {
        Patterns.require(Patterns.TENANT, value, "TenantId");
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
