package io.seenby.events;

/** Keyed pseudonym of a team's id; form as {@link ActorRef}. */
public record TeamRef(String value) implements Comparable<TeamRef> {

    public TeamRef {
        Patterns.require(Patterns.REF, value, "TeamRef");
    }

    @Override
    public int compareTo(TeamRef other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
