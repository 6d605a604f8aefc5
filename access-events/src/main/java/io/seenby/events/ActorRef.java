package io.seenby.events;

/** Keyed pseudonym of whoever looked: HMAC-SHA-256 under the tenant's index key, first 128 bits, base64url. */
public record ActorRef(String value) implements Comparable<ActorRef> {

    public ActorRef {
        Patterns.require(Patterns.REF, value, "ActorRef");
    }

    @Override
    public int compareTo(ActorRef other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
