package io.seenby.events;

/** Names a key that signs checkpoints, under one name: the four bytes in front of each signature, in hex. */
public record CheckpointKeyId(String value) {

    public CheckpointKeyId {
        Patterns.require(Patterns.CHECKPOINT_KEY_ID, value, "CheckpointKeyId");
    }

    @Override
    public String toString() {
        return value;
    }
}
