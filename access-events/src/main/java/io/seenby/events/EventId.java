package io.seenby.events;

/** The publisher's own name of an event; (tenant, publisher, eventId) is the identity for the life of the ledger. */
public record EventId(String value) implements Comparable<EventId> {

    public EventId {
        Patterns.require(Patterns.EVENT_ID, value, "EventId");
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
