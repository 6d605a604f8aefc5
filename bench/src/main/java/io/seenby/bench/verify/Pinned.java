package io.seenby.bench.verify;

import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.GrowingTree;
import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.SigningKey;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;

/** A log's and a witness' key of this run, standing in for the system's: signatures cost the same whoever made them. */
final class Pinned {
    private static final String WITNESS_NAME = "bench-witness";

    private final SigningKey log = fresh();
    private final SigningKey witness = fresh();

    private static SigningKey fresh() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has Ed25519", impossible);
        }
    }

    /** A tenant's tree as it stands, signed and cosigned. */
    byte[] checkpoint(String tenant, GrowingTree tree) {
        String origin = "seenby/" + tenant;
        String text = new Checkpoint(origin, tree.size(), tree.root()).text();
        var note = new Note(text, List.of(log.sign(origin, text)));
        return note.with(witness.cosign(WITNESS_NAME, text, Instant.now()))
                .format()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The verifier's options that name both keys. */
    List<String> options() {
        return List.of(
                "--log-key",
                "seenby/*=" + log.verifier("any", KeyKind.LOG).publicKey(),
                "--witness-key",
                witness.verifier(WITNESS_NAME, KeyKind.WITNESS).toString());
    }
}
