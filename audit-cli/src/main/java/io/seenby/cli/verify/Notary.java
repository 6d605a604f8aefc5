package io.seenby.cli.verify;

import io.seenby.cli.finding.Findings;
import io.seenby.cli.finding.Kind;
import io.seenby.cli.witness.TrustedLogs;
import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.VerifierKey;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Tells what the pinned keys signed from what anybody may have written. */
final class Notary {

    private final TrustedLogs logs;
    private final List<VerifierKey> witnesses;
    private final Findings findings;
    private final Map<String, Long> signed = new TreeMap<>();

    Notary(TrustedLogs logs, List<VerifierKey> witnesses, Findings findings) {
        this.logs = logs;
        this.witnesses = List.copyOf(witnesses);
        this.findings = findings;
    }

    /**
     * A checkpoint that its log signed.
     *
     * @param cosignedAt latest cosignature of a named witness
     */
    record Signed(Checkpoint checkpoint, Optional<Instant> cosignedAt) {}

    /** Empty, and a finding, if it is no checkpoint of a pinned log. */
    Optional<Signed> read(byte[] bytes, String where) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return read(Note.parse(text), where);
        } catch (CharacterCodingException | IllegalArgumentException malformed) {
            findings.add(Kind.FORGED, where + " is no signed checkpoint");
            return Optional.empty();
        }
    }

    /** As {@link #read}, but nothing is found: for what may be left aside. */
    Optional<Signed> peek(byte[] bytes) {
        return new Notary(logs, witnesses, new Findings()).read(bytes, "");
    }

    private Optional<Signed> read(Note note, String where) {
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        List<VerifierKey> keys = logs.keysOf(checkpoint.origin());
        Optional<VerifierKey> signer =
                keys.stream().filter(key -> note.by(key).isPresent()).findFirst();
        if (signer.isEmpty()) {
            unsigned(note, checkpoint.origin(), keys, where);
            return Optional.empty();
        }
        signed.merge(signer.get().publicKey(), 1L, Long::sum);
        Optional<Instant> cosigned = witnesses.stream()
                .map(key -> key.cosignedAt(note))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
        witnesses.stream()
                .filter(key -> isNamed(note, key) && key.cosignedAt(note).isEmpty())
                .forEach(key -> findings.add(
                        Kind.COSIGNATURE,
                        "%s of %s carries a signature in the name of %s that is not its own"
                                .formatted(where, checkpoint.origin(), key.name())));
        return Optional.of(new Signed(checkpoint, cosigned));
    }

    /** A key that is not pinned may be a later one of the log's or anybody's: only who pins keys can tell. */
    private void unsigned(Note note, String origin, List<VerifierKey> keys, String where) {
        List<String> others = note.signatures().stream()
                .filter(each -> each.name().equals(origin) && keys.stream().noneMatch(each::claims))
                .map(Note.Signature::keyId)
                .toList();
        boolean pretended =
                note.signatures().stream().anyMatch(each -> keys.stream().anyMatch(each::claims));
        if (others.isEmpty() || pretended) {
            findings.add(Kind.FORGED, "%s is signed by no pinned key of %s".formatted(where, origin));
        } else {
            findings.add(
                    Kind.UNPINNED,
                    "%s is signed by the key %s of %s, which is not pinned".formatted(where, others.get(0), origin));
        }
    }

    /** How many checkpoints each pinned key has signed, by its 32 bytes in base64. */
    Map<String, Long> signed() {
        return signed;
    }

    private static boolean isNamed(Note note, VerifierKey key) {
        return note.signatures().stream().anyMatch(each -> each.name().equals(key.name()));
    }

    /** Is it known what a cosignature looks like? */
    boolean knowsWitnesses() {
        return !witnesses.isEmpty();
    }
}
