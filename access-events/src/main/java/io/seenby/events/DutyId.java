package io.seenby.events;

/** Names a duty that needs two people; given by SeenBy, and says nothing of whom it is about. */
public record DutyId(String value) implements Comparable<DutyId> {

    public DutyId {
        Patterns.require(Patterns.EVENT_ID, value, "DutyId");
    }

    @Override
    public int compareTo(DutyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
