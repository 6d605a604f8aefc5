package io.seenby.cli.witness;

import io.seenby.core.ledger.Checkpoint;
import io.seenby.core.ledger.GrowingTree;
import io.seenby.core.ledger.Hash;
import io.seenby.core.ledger.KeyKind;
import io.seenby.core.ledger.Note;
import io.seenby.core.ledger.Proof;
import io.seenby.core.ledger.SigningKey;
import io.seenby.core.ledger.Subtree;
import io.seenby.core.ledger.TreeHasher;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A log of a thousand leaves that signs whatever a test wants; another history, from some leaf on, is another log. */
final class ExampleLog {

    final String origin;
    final SigningKey key;
    private final Map<Subtree, Hash> subtrees = new HashMap<>();
    private final GrowingTree tree = GrowingTree.empty();

    ExampleLog(String origin, SigningKey key, int forkedAt) {
        this.origin = origin;
        this.key = key;
        TreeHasher hasher = new TreeHasher();
        for (int i = 0; i < 1_000; i++) {
            String leaf = i < forkedAt ? "leaf " + i : "other leaf " + i + " since " + forkedAt;
            tree.append(hasher.leaf(leaf.getBytes(StandardCharsets.UTF_8)), subtrees::put);
        }
    }

    ExampleLog(String origin, SigningKey key) {
        this(origin, key, 1_000);
    }

    static SigningKey newKey() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SigningKey(pair.getPrivate(), pair.getPublic());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same leaves up to there, others after. */
    ExampleLog forkedAt(int leaf) {
        return new ExampleLog(origin, key, leaf);
    }

    String trusted() {
        return origin + "=" + key.verifier(origin, KeyKind.LOG);
    }

    Checkpoint checkpoint(long size) {
        Hash root = size == 0
                ? new TreeHasher().ofNothing()
                : Proof.ofRoot(size).hashes(subtrees::get).get(0);
        return new Checkpoint(origin, size, root);
    }

    Note note(long size) {
        return signed(checkpoint(size).text(), key);
    }

    Note signed(String text, SigningKey by) {
        return new Note(text, List.of(by.sign(origin, text)));
    }

    List<Hash> proof(long oldSize, long newSize) {
        return Proof.ofConsistency(oldSize, newSize).hashes(subtrees::get);
    }

    /** The request that is right if the witness saw {@code oldSize} last. */
    String request(long oldSize, long newSize) {
        return request(oldSize, proof(oldSize, newSize), note(newSize));
    }

    static String request(long oldSize, List<Hash> proof, Note note) {
        return "old " + oldSize + "\n"
                + proof.stream().map(hash -> hash.base64() + "\n").collect(Collectors.joining())
                + "\n" + note.format();
    }
}
