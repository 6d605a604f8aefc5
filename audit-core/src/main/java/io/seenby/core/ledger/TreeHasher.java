package io.seenby.core.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hashes of RFC 6962, section 2.1: a leaf is SHA-256(0x00 ‖ data), a node SHA-256(0x01 ‖ left ‖ right). One thread at
 * a time.
 */
public final class TreeHasher {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;
    private static final MessageDigest FRESH = lookedUp();

    private final MessageDigest sha256 = sha256();

    public Hash leaf(byte[] data) {
        return leaf(data, 0, data.length);
    }

    public Hash leaf(byte[] data, int from, int length) {
        sha256.update(LEAF);
        sha256.update(data, from, length);
        return Hash.owning(sha256.digest());
    }

    public Hash node(Hash left, Hash right) {
        sha256.update(NODE);
        sha256.update(left.raw());
        sha256.update(right.raw());
        return Hash.owning(sha256.digest());
    }

    /** The root of the tree without leaves: SHA-256 of nothing. */
    public Hash ofNothing() {
        return Hash.owning(sha256.digest());
    }

    /** A fresh one. To look up an algorithm takes as long as to hash something short, so it is done once. */
    static MessageDigest sha256() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("Java's own SHA-256 can be cloned", impossible);
        }
    }

    private static MessageDigest lookedUp() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
