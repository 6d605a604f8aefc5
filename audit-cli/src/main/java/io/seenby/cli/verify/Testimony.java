package io.seenby.cli.verify;

import io.seenby.cli.export.LedgerSource;
import io.seenby.cli.finding.Findings;
import io.seenby.cli.finding.Kind;
import io.seenby.core.ledger.Checkpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Everything that was signed of any tree: on the topic, kept by the auditor, seen by a witness. */
final class Testimony {

    private final Notary notary;
    private final Findings findings;
    private final boolean allowUnwitnessed;
    private final Map<String, TreeCheck> trees = new TreeMap<>();
    private final Map<String, Long> largest = new HashMap<>();
    private long nextOffset;
    private long onTopic;
    private long uncosigned;

    Testimony(Notary notary, Findings findings, boolean allowUnwitnessed) {
        this.notary = notary;
        this.findings = findings;
        this.allowUnwitnessed = allowUnwitnessed;
    }

    /** All of the topic that was not read yet. */
    void readTopic(LedgerSource source) {
        source.checkpoints((offset, value) -> {
            if (offset != nextOffset) {
                findings.add(
                        Kind.MISSING,
                        "the topic of checkpoints holds nothing at the offsets %d to %d"
                                .formatted(nextOffset, offset - 1));
            }
            nextOffset = offset + 1;
            onTopic++;
            notary.read(value, "the checkpoint at offset " + offset).ifPresent(signed -> published(signed, offset));
        });
    }

    private void published(Notary.Signed signed, long offset) {
        Checkpoint checkpoint = signed.checkpoint();
        long before = largest.getOrDefault(checkpoint.origin(), 0L);
        largest.put(checkpoint.origin(), Math.max(before, checkpoint.size()));
        add(signed, Marks.ON_TOPIC | (checkpoint.size() < before ? Marks.SHRUNK : 0), "at offset " + offset);
        if (notary.knowsWitnesses() && signed.cosignedAt().isEmpty()) {
            uncosigned++;
            if (!allowUnwitnessed) {
                findings.add(
                        Kind.COSIGNATURE,
                        "the checkpoint at offset %d, %s of %d, is not cosigned"
                                .formatted(offset, checkpoint.origin(), checkpoint.size()));
            }
        }
    }

    private void add(Notary.Signed signed, int flags, String where) {
        Checkpoint checkpoint = signed.checkpoint();
        TreeCheck tree = of(checkpoint.origin());
        int cosigned = signed.cosignedAt().isPresent() ? Marks.COSIGNED : 0;
        if (tree.marks().add(checkpoint.size(), checkpoint.root(), flags | cosigned)) {
            findings.add(
                    Kind.FORK,
                    "%s has two roots of size %d, both signed; the second stands %s"
                            .formatted(checkpoint.origin(), checkpoint.size(), where));
        }
        signed.cosignedAt().ifPresent(tree::cosigned);
    }

    /** A note that the auditor kept. */
    Optional<Checkpoint> kept(byte[] note, String where) {
        return held(note, where, Marks.KEPT);
    }

    /** What a witness saw last. */
    Optional<Checkpoint> seenByWitness(byte[] note, String where) {
        return held(note, where, Marks.AT_WITNESS);
    }

    private Optional<Checkpoint> held(byte[] note, String where, int flag) {
        Optional<Notary.Signed> signed = notary.read(note, where);
        signed.ifPresent(each -> add(each, flag, where));
        return signed.map(Notary.Signed::checkpoint);
    }

    boolean isOnTopic(Checkpoint checkpoint) {
        return of(checkpoint.origin()).marks().has(checkpoint.size(), checkpoint.root(), Marks.ON_TOPIC);
    }

    TreeCheck of(String origin) {
        return trees.computeIfAbsent(origin, first -> new TreeCheck(first, new Marks()));
    }

    List<String> origins() {
        return List.copyOf(trees.keySet());
    }

    /** By origin. */
    List<TreeCheck> trees() {
        return List.copyOf(trees.values());
    }

    long onTopic() {
        return onTopic;
    }

    /** Of those on the topic, if the witness' keys are known. */
    long uncosigned() {
        return uncosigned;
    }
}
