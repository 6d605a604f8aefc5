package io.seenby.events;

/** Keyed pseudonym of an ethical wall's id; form as {@link ActorRef}. */
public record WallRef(String value) implements Comparable<WallRef> {

    public WallRef {
        Patterns.require(Patterns.REF, value, "WallRef");
    }

    @Override
    public int compareTo(WallRef other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
