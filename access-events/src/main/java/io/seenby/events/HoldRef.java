package io.seenby.events;

/** Keyed pseudonym of a legal hold's id; form as {@link ActorRef}. */
public record HoldRef(String value) implements Comparable<HoldRef> {

    public HoldRef {
        Patterns.require(Patterns.REF, value, "HoldRef");
    }

    @Override
    public int compareTo(HoldRef other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
