package io.seenby.bench.tamper;

import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.GrowingTree;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.SigningKey;
import io.seenby.core.ledger.TreeHasher;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Somebody who has stolen signing keys, and signs what the copy holds now. */
final class Signer {

    private final SigningKey log;
    private final SigningKey witness;
    private final String witnessName;

    Signer(SigningKey log, SigningKey witness, String witnessName) {
        this.log = log;
        this.witness = witness;
        this.witnessName = witnessName;
    }

    /** Computes every checkpoint of the tenant anew, at the sizes they had; with the cosignatures given here. */
    void signAnew(LedgerCopy ledger, int partition, String tenant, Cosigning cosigning) {
        String origin = "seenby/" + tenant;
        for (int i = 0; i < ledger.notes().size(); i++) {
            Note old = Note.parse(ledger.notes().get(i));
            Checkpoint stated = Checkpoint.parse(old.text());
            if (stated.origin().equals(origin)) {
                Checkpoint now = at(ledger, partition, tenant, stated.size());
                Note signed = new Note(now.text(), List.of(log.sign(origin, now.text())));
                ledger.notes().set(i, cosigning.of(signed, old, this).format());
            }
        }
    }

    /** Which cosignatures a note gets. */
    interface Cosigning {
        Note of(Note fresh, Note old, Signer signer);
    }

    static Note none(Note fresh, Note old, Signer signer) {
        return fresh;
    }

    static Note pasted(Note fresh, Note old, Signer signer) {
        List<Note.Signature> signatures = new ArrayList<>(fresh.signatures());
        old.signatures().stream()
                .filter(each -> each.name().equals(signer.witnessName))
                .forEach(signatures::add);
        return new Note(fresh.text(), signatures);
    }

    static Note stolen(Note fresh, Note old, Signer signer) {
        return fresh.with(signer.witness.cosign(signer.witnessName, fresh.text(), Instant.now()));
    }

    private static Checkpoint at(LedgerCopy ledger, int partition, String tenant, long size) {
        GrowingTree tree = GrowingTree.empty();
        TreeHasher hasher = new TreeHasher();
        for (Entry entry : ledger.partition(partition)) {
            if (tree.size() < size && entry.tenant().equals(tenant) && entry.value() != null) {
                tree.append(hasher.leaf(entry.bytes()));
            }
        }
        return new Checkpoint("seenby/" + tenant, tree.size(), tree.root());
    }

    /** The note under another signature, of a key that nobody pinned. */
    static Note byAnybody(Note note) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            SigningKey own = new SigningKey(pair.getPrivate(), pair.getPublic());
            String origin = Checkpoint.parse(note.text()).origin();
            return new Note(note.text(), List.of(own.sign(origin, note.text())));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
