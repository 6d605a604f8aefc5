package io.seenby.events;

/** Keyed pseudonym of a record's id within its type; form as {@link ActorRef}. */
public record RecordRef(String value) implements Comparable<RecordRef> {

    public RecordRef {
        Patterns.require(Patterns.REF, value, "RecordRef");
    }

    @Override
    public int compareTo(RecordRef other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
