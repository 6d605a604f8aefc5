package io.seenby.core.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.function.Function;

/** An Ed25519 key pair that signs notes under any name. One key serves one purpose: receipts, checkpoints or witness. */
public final class SigningKey {

    private static final String ED25519 = "Ed25519";

    /** Makes the 64 bytes of RFC 8032 over a message. */
    @FunctionalInterface
    public interface Means {
        byte[] sign(byte[] message) throws GeneralSecurityException;
    }

    private final PrivateKey secret;
    private final byte[] raw;
    private final Means means;

    /** Throws {@link IllegalArgumentException} if the two are no pair. */
    public SigningKey(PrivateKey secret, PublicKey published) {
        this(secret, VerifierKey.rawOf(published), message -> javaSigns(secret, message));
    }

    private SigningKey(PrivateKey secret, byte[] raw, Means means) {
        this.secret = secret;
        this.raw = raw;
        this.means = means;
        byte[] probe = "a pair?".getBytes(StandardCharsets.UTF_8);
        Note.Signature signature = signature("probe", KeyKind.LOG, sign(probe));
        if (!verifier("probe", KeyKind.LOG).verifies("a pair?", signature)) {
            throw new IllegalArgumentException("the private and the public key are no pair");
        }
    }

    /**
     * From PEM with a {@code PRIVATE KEY} and a {@code PUBLIC KEY}, as openssl writes them. Throws
     * {@link IllegalArgumentException} if it holds no such pair of Ed25519 keys; the message quotes nothing of it.
     */
    public static SigningKey ofPem(String pem) {
        try {
            KeyFactory keys = KeyFactory.getInstance(ED25519);
            return new SigningKey(
                    keys.generatePrivate(new PKCS8EncodedKeySpec(block(pem, "PRIVATE KEY"))),
                    keys.generatePublic(new X509EncodedKeySpec(block(pem, "PUBLIC KEY"))));
        } catch (GeneralSecurityException other) {
            throw new IllegalArgumentException("the file holds no Ed25519 key pair", other);
        }
    }

    /**
     * The same key, signing by other means than Java's own, which take several times as long as they need.
     *
     * @param ofSecret is given the 32 secret bytes of RFC 8032
     */
    public SigningKey signingBy(Function<byte[], Means> ofSecret) {
        byte[] bytes = ((EdECPrivateKey) secret).getBytes().orElseThrow();
        return new SigningKey(secret, raw, ofSecret.apply(bytes));
    }

    private static byte[] block(String pem, String label) {
        String begin = "-----BEGIN " + label + "-----";
        int from = pem.indexOf(begin);
        int to = pem.indexOf("-----END " + label + "-----");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("the file holds no " + label);
        }
        return Base64.getMimeDecoder().decode(pem.substring(from + begin.length(), to));
    }

    /** What others check this key's signatures with. */
    public VerifierKey verifier(String name, KeyKind kind) {
        return new VerifierKey(name, kind, raw);
    }

    /** The note with this key's signature as its log or author. */
    public Note.Signature sign(String name, String text) {
        return signature(name, KeyKind.LOG, sign(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A witness' signature: it saw the log consistent up to here at that time. */
    public Note.Signature cosign(String name, String text, Instant at) {
        long seconds = at.getEpochSecond();
        byte[] signed = sign(KeyKind.cosigned(seconds, text));
        byte[] timestamped = ByteBuffer.allocate(Long.BYTES + signed.length)
                .putLong(seconds)
                .put(signed)
                .array();
        return signature(name, KeyKind.WITNESS, timestamped);
    }

    private Note.Signature signature(String name, KeyKind kind, byte[] bytes) {
        return new Note.Signature(
                name,
                ByteBuffer.allocate(Note.Signature.ID_LENGTH + bytes.length)
                        .put(VerifierKey.id(name, kind, raw))
                        .put(bytes)
                        .array());
    }

    private byte[] sign(byte[] message) {
        try {
            return means.sign(message);
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException("the key cannot sign", unusable);
        }
    }

    private static byte[] javaSigns(PrivateKey secret, byte[] message) throws GeneralSecurityException {
        Signature signer = Signature.getInstance(ED25519);
        signer.initSign(secret);
        signer.update(message);
        return signer.sign();
    }
}
