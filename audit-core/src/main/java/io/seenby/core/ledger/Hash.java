package io.seenby.core.ledger;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** A SHA-256 hash: of a leaf, of a node or of a whole tree. */
public final class Hash {

    /** In bytes. */
    public static final int LENGTH = 32;

    private final byte[] bytes;

    /** Made when first asked for: the nodes of a small tree stand in the paths of many of its leaves. */
    private @Nullable String base64;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Throws {@link IllegalArgumentException} unless there are 32 bytes. */
    public static Hash of(byte[] bytes) {
        return at(bytes, 0, bytes.length);
    }

    static Hash at(byte[] bytes, int from, int length) {
        if (length != LENGTH) {
            throw new IllegalArgumentException("a hash has 32 bytes and not " + length);
        }
        return new Hash(Arrays.copyOfRange(bytes, from, from + length));
    }

    /** Of bytes that nobody else holds. */
    static Hash owning(byte[] digest) {
        return new Hash(digest);
    }

    /** From standard base64. Throws {@link IllegalArgumentException} unless it is the one encoding of 32 bytes. */
    public static Hash ofBase64(String text) {
        return of(CanonicalBase64.decode(text));
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    void copyTo(byte[] target, int offset) {
        System.arraycopy(bytes, 0, target, offset, LENGTH);
    }

    /** The bytes themselves, for hashing. */
    byte[] raw() {
        return bytes;
    }

    /** Standard base64, padded. */
    public String base64() {
        String made = base64;
        if (made == null) {
            made = Base64.getEncoder().encodeToString(bytes);
            base64 = made;
        }
        return made;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
