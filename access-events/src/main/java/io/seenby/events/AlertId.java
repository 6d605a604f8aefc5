package io.seenby.events;

/** Stable name of an alert: see {@link BreachAlert#alertId}. */
public record AlertId(String value) implements Comparable<AlertId> {

    public AlertId {
        Patterns.require(Patterns.REF, value, "AlertId");
    }

    @Override
    public int compareTo(AlertId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
