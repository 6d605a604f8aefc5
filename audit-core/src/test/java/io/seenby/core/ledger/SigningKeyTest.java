package io.seenby.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, what they sign, and what they are called; formats are rebuilt here by hand from the specifications. */
class SigningKeyTest {

    private static final KeyPair PAIR = TestKeys.pair();
    private static final SigningKey KEY = new SigningKey(PAIR.getPrivate(), PAIR.getPublic());
    private static final String TEXT = "o\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n";
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00.999Z");

    @Test
    void cosignsTimeAndTextAsTheSpecificationSays() throws Exception {
        ByteBuffer bytes =
                ByteBuffer.wrap(KEY.cosign("witness.example/w1", TEXT, NOON).bytes());
        byte[] id = new byte[4];
        bytes.get(id);
        long seconds = bytes.getLong();
        byte[] signature = new byte[64];
        bytes.get(signature);

        assertThat(bytes.remaining()).isZero();
        assertThat(seconds).isEqualTo(NOON.getEpochSecond());
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update("witness.example/w1\n".getBytes(StandardCharsets.UTF_8));
        sha256.update((byte) 4);
        sha256.update(publicKey());
        assertThat(id).isEqualTo(Arrays.copyOf(sha256.digest(), 4));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(PAIR.getPublic());
        verifier.update(("cosignature/v1\ntime " + seconds + "\n" + TEXT).getBytes(StandardCharsets.UTF_8));
        assertThat(verifier.verify(signature)).isTrue();
    }

    private static byte[] publicKey() {
        byte[] x509 = PAIR.getPublic().getEncoded();
        return Arrays.copyOfRange(x509, x509.length - 32, x509.length);
    }

    @Test
    void aCosignatureTellsItsTimeToWhoeverHasTheKey() {
        Note note = new Note(TEXT, List.of(KEY.sign("o", TEXT), KEY.cosign("w", TEXT, NOON)));

        assertThat(KEY.verifier("w", KeyKind.WITNESS).cosignedAt(note)).contains(Instant.parse("2026-06-01T12:00:00Z"));
        assertThat(KEY.verifier("o", KeyKind.LOG).cosignedAt(note)).isEmpty();
        assertThat(TestKeys.fresh().verifier("w", KeyKind.WITNESS).cosignedAt(note))
                .isEmpty();
    }

    @Test
    void aCosignatureBeforeAllTimeIsNone() {
        Instant before = Instant.ofEpochSecond(-1);
        Note note = new Note(TEXT, List.of(KEY.cosign("w", TEXT, before)));

        assertThat(KEY.verifier("w", KeyKind.WITNESS).cosignedAt(note)).isEmpty();
    }

    @Test
    void anotherTimeBreaksTheCosignature() {
        byte[] bytes = KEY.cosign("w", TEXT, NOON).bytes();
        bytes[11]++;
        Note note = new Note(TEXT, List.of(new Note.Signature("w", bytes)));

        assertThat(note.by(KEY.verifier("w", KeyKind.WITNESS))).isEmpty();
    }

    @Test
    void isReadFromPem() {
        String pem = TestKeys.pem("PRIVATE KEY", PAIR.getPrivate().getEncoded())
                + TestKeys.pem("PUBLIC KEY", PAIR.getPublic().getEncoded());

        assertThat(SigningKey.ofPem(pem).verifier("w", KeyKind.LOG))
                .hasToString(KEY.verifier("w", KeyKind.LOG).toString());
    }

    @Test
    void aPemWithoutAnEd25519PairIsRefusedAndNotQuoted() throws Exception {
        KeyPair other = TestKeys.pair();
        KeyPair elliptic = KeyPairGenerator.getInstance("EC").generateKeyPair();
        String secret = TestKeys.pem("PRIVATE KEY", PAIR.getPrivate().getEncoded());
        String published = TestKeys.pem("PUBLIC KEY", PAIR.getPublic().getEncoded());
        for (String pem : List.of(
                "",
                secret,
                published,
                secret + TestKeys.pem("PUBLIC KEY", other.getPublic().getEncoded()),
                secret + TestKeys.pem("PUBLIC KEY", elliptic.getPublic().getEncoded()),
                TestKeys.pem("PRIVATE KEY", elliptic.getPrivate().getEncoded()) + published,
                secret.replace("\n-----END", "A\n-----END") + published,
                secret.substring(0, 60) + published)) {
            assertThatThrownBy(() -> SigningKey.ofPem(pem))
                    .isInstanceOf(IllegalArgumentException.class)
                    .satisfies(refusal -> quotesNothing(refusal, secret));
        }
    }

    private static void quotesNothing(Throwable refusal, String secret) {
        String body = secret.lines().toList().get(1);
        for (Throwable each = refusal; each != null; each = each.getCause()) {
            assertThat(String.valueOf(each.getMessage())).doesNotContain(body.substring(20));
        }
    }

    @Test
    void verifierKeysAreReadAsTheyAreWritten() {
        for (KeyKind kind : KeyKind.values()) {
            VerifierKey key = KEY.verifier("seenby/st-brigid", kind);
            VerifierKey read = VerifierKey.parse(key.toString());
            assertThat(read).hasToString(key.toString());
            assertThat(read.name()).isEqualTo("seenby/st-brigid");
            assertThat(read.named("seenby/other"))
                    .hasToString(KEY.verifier("seenby/other", kind).toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PeterNeumann",
                "PeterNeumann+c74f20a3",
                "PeterNeumann+c74f20a3+",
                "PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "Peter+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
                "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWAA==",
                "+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
            })
    void refusesWhatIsNoVerifierKey(String text) {
        assertThatThrownBy(() -> VerifierKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPublicKeyHas32Bytes() {
        assertThatThrownBy(() -> new VerifierKey("o", KeyKind.LOG, new byte[31]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        VerifierKey.parse("o+00000000+" + Base64.getEncoder().encodeToString(new byte[33])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
