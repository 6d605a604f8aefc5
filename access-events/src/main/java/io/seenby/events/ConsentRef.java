package io.seenby.events;

/** Keyed pseudonym of a consent's id; form as {@link ActorRef}. */
public record ConsentRef(String value) implements Comparable<ConsentRef> {

    public ConsentRef {
        Patterns.require(Patterns.REF, value, "ConsentRef");
    }

    @Override
    public int compareTo(ConsentRef other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
