package io.seenby.audit.checkpoint;

import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.SigningKey;
import io.seenby.core.ledger.VerifierKey;
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
        return new Note(text, java.util.List.of(signing.sign(origin, text)));
    }

    /** Did we sign this, or an instance with the same key? The topic itself is not believed. */
    boolean isOurs(String origin, Note note) {
        return note.by(signing.verifier(origin, KeyKind.LOG)).isPresent();
    }

    boolean isWitnessed(Note note) {
        return witness.isPresent() && note.by(witness.get()).isPresent();
    }

    /** What auditors pin, for the origin of one tree. */
    VerifierKey verifier(String origin) {
        return signing.verifier(origin, KeyKind.LOG);
    }
}
