package io.seenby.audit.checkpoint;

import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.SigningKey;
import io.seenby.core.ledger.VerifierKey;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The key that checkpoints are signed with, and the witness' whom we believe. */
final class CheckpointKeys {

    private final SigningKey signing;
    private final Optional<VerifierKey> witness;

    CheckpointKeys(SigningKey signing, Optional<VerifierKey> witness) {
        this.signing = signing;
        this.witness = witness;
    }

    Note sign(String origin, String text) {
        return new Note(text, List.of(signing.sign(origin, text)));
    }

    /** Did one of these keys sign it? The topic itself is not believed. */
    static boolean isSignedByAny(Collection<String> publicKeys, String origin, Note note) {
        return publicKeys.stream()
                .map(key -> verifier(origin, Base64.getDecoder().decode(key)))
                .anyMatch(key -> note.by(key).isPresent());
    }

    /** Did the key sign it that signs now? */
    boolean isOurs(String origin, Note note) {
        return note.by(verifier(origin)).isPresent();
    }

    boolean isWitnessed(Note note) {
        return witness.isPresent() && note.by(witness.get()).isPresent();
    }

    /** What auditors pin, for the origin of one tree. */
    VerifierKey verifier(String origin) {
        return signing.verifier(origin, KeyKind.LOG);
    }

    /** @param raw the 32 bytes of RFC 8032 */
    static VerifierKey verifier(String origin, byte[] raw) {
        return new VerifierKey(origin, KeyKind.LOG, raw);
    }

    /** In base64, whatever it signs. */
    String publicKey() {
        return verifier("any").publicKey();
    }
}
