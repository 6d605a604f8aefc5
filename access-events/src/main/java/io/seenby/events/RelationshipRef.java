package io.seenby.events;

/** Keyed pseudonym of a relationship's id; form as {@link ActorRef}. */
public record RelationshipRef(String value) implements Comparable<RelationshipRef> {

    public RelationshipRef {
        Patterns.require(Patterns.REF, value, "RelationshipRef");
    }

    @Override
    public int compareTo(RelationshipRef other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
