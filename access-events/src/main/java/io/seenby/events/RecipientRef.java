package io.seenby.events;

/** Keyed pseudonym of whoever received a disclosure; form as {@link ActorRef}. */
public record RecipientRef(String value) implements Comparable<RecipientRef> {

    public RecipientRef {
        Patterns.require(Patterns.REF, value, "RecipientRef");
    }

    @Override
    public int compareTo(RecipientRef other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
