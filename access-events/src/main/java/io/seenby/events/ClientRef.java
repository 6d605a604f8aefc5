package io.seenby.events;

/** Keyed pseudonym of the person or organisation whose information is protected; form as {@link ActorRef}. */
public record ClientRef(String value) implements Comparable<ClientRef> {

    public ClientRef {
        Patterns.require(Patterns.REF, value, "ClientRef");
    }

    @Override
    public int compareTo(ClientRef other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
