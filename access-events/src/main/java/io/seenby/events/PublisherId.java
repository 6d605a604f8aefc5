package io.seenby.events;

/** A registered service that reports accesses, disclosures or facts; the subject of its token. */
public record PublisherId(String value) implements Comparable<PublisherId> {

    public PublisherId {
        Patterns.require(Patterns.PUBLISHER, value, "PublisherId");
    }

    @Override
    public int compareTo(PublisherId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
