package io.seenby.events;

/** Keyed pseudonym of a normalised surname, household, street or search term: equal text, equal token. */
public record MatchToken(String value) implements Comparable<MatchToken> {

    public MatchToken {
        Patterns.require(Patterns.REF, value, "MatchToken");
    }

    @Override
    public int compareTo(MatchToken other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
