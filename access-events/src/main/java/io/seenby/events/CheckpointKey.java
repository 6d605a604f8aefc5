package io.seenby.events;

/** A public key that signs checkpoints, as auditors pin it: {@code name+id+key} (C2SP signed-note). */
public record CheckpointKey(String value) {

    public CheckpointKey {
        Patterns.require(Patterns.CHECKPOINT_KEY, value, "CheckpointKey");
    }

    /** What signatures name it by. It depends on the name of the tree too. */
    public CheckpointKeyId id() {
        int from = value.indexOf('+') + 1;
        return new CheckpointKeyId(value.substring(from, value.indexOf('+', from)));
    }

    @Override
    public String toString() {
        return value;
    }
}
