package io.seenby.core.ledger;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** A public Ed25519 key with the name that it signs under; text and id as C2SP signed-note defines them. */
public final class VerifierKey {

    private static final int RAW_LENGTH = 32;

    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final KeyKind kind;
    private final byte[] raw;
    private final byte[] id;
    private final PublicKey key;

    /** @param raw the 32 bytes of RFC 8032 */
    public VerifierKey(String name, KeyKind kind, byte[] raw) {
        if (!Note.isName(name) || raw.length != RAW_LENGTH) {
            throw new IllegalArgumentException("no verifier key");
        }
        this.name = name;
        this.kind = kind;
        this.raw = raw.clone();
        this.id = id(name, kind, raw);
        this.key = publicKey(raw);
    }

    /** {@code <name>+<id in hex>+<base64 of kind and key>}. Throws {@link IllegalArgumentException} if it is none. */
    public static VerifierKey parse(String text) {
        int first = text.indexOf('+');
        int second = text.indexOf('+', first + 1);
        if (first < 0 || second < 0) {
            throw new IllegalArgumentException("a verifier key is written name+id+key");
        }
        byte[] encoded = CanonicalBase64.decode(text.substring(second + 1));
        if (encoded.length != RAW_LENGTH + 1) {
            throw new IllegalArgumentException("a verifier key has 33 bytes");
        }
        VerifierKey parsed = new VerifierKey(
                text.substring(0, first), KeyKind.of(encoded[0]), Arrays.copyOfRange(encoded, 1, encoded.length));
        if (!HexFormat.of().formatHex(parsed.id).equals(text.substring(first + 1, second))) {
            throw new IllegalArgumentException("the id of the verifier key is not that of its name and key");
        }
        return parsed;
    }

    /** The same key under another name: one key signs for all tenants of a service, each under its own origin. */
    public VerifierKey named(String other) {
        return new VerifierKey(other, kind, raw);
    }

    public String name() {
        return name;
    }

    public KeyKind kind() {
        return kind;
    }

    /** Base64 of the key without its name: what stays the same whatever it signs. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(raw);
    }

    byte[] id() {
        return id;
    }

    /** In its kind's name and id, whether it is right or not. */
    boolean claims(Note.Signature signature) {
        return signature.isOf(name, id);
    }

    boolean verifies(String text, Note.Signature signature) {
        byte[] bytes = signature.afterId();
        if (!claims(signature) || bytes.length != kind.signatureLength()) {
            return false;
        }
        return switch (kind) {
            case LOG -> verifies(text.getBytes(StandardCharsets.UTF_8), bytes);
            case WITNESS ->
                KeyKind.isTime(KeyKind.secondsOf(bytes))
                        && verifies(
                                KeyKind.cosigned(KeyKind.secondsOf(bytes), text),
                                Arrays.copyOfRange(bytes, Long.BYTES, bytes.length));
        };
    }

    /** When the witness says that it signed; empty if this is not its signature. */
    public Optional<Instant> cosignedAt(Note note) {
        return kind == KeyKind.WITNESS
                ? note.by(this).map(signature -> Instant.ofEpochSecond(KeyKind.secondsOf(signature.afterId())))
                : Optional.empty();
    }

    private boolean verifies(byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    static byte[] id(String name, KeyKind kind, byte[] raw) {
        MessageDigest sha256 = TreeHasher.sha256();
        sha256.update(name.getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) '\n');
        sha256.update(kind.type());
        return Arrays.copyOf(sha256.digest(raw), Note.Signature.ID_LENGTH);
    }

    private static PublicKey publicKey(byte[] raw) {
        byte[] encoded = Arrays.copyOf(X509_PREFIX, X509_PREFIX.length + RAW_LENGTH);
        System.arraycopy(raw, 0, encoded, X509_PREFIX.length, RAW_LENGTH);
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalArgumentException("not an Ed25519 key", impossible);
        }
    }

    /** The 32 bytes of a public key as Java holds it. */
    static byte[] rawOf(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (encoded.length != X509_PREFIX.length + RAW_LENGTH
                || !Arrays.equals(encoded, 0, X509_PREFIX.length, X509_PREFIX, 0, X509_PREFIX.length)) {
            throw new IllegalArgumentException("not an Ed25519 key");
        }
        return Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length);
    }

    /** As {@link #parse} reads it: what auditors pin. */
    @Override
    public String toString() {
        byte[] encoded = new byte[RAW_LENGTH + 1];
        encoded[0] = kind.type();
        System.arraycopy(raw, 0, encoded, 1, RAW_LENGTH);
        return name + "+" + HexFormat.of().formatHex(id) + "+"
                + Base64.getEncoder().encodeToString(encoded);
    }
}
