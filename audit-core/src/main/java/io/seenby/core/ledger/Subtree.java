package io.seenby.core.ledger;

/**
 * A complete subtree: the 2<sup>level</sup> leaves from {@code index · 2^level} on.
 *
 * @param level 0 for a single leaf, at most 62
 */
public record Subtree(int level, long index) {

    public Subtree {
        if (level < 0 || level > 62 || index < 0 || index > Long.MAX_VALUE >> level) {
            throw new IllegalArgumentException("no subtree has level " + level + " and index " + index);
        }
    }
}
