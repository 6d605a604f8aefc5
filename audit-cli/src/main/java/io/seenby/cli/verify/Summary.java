package io.seenby.cli.verify;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was looked at.
 *
 * @param asOf when the log was
 * @param bytes of values, all of them hashed
 * @param signed checkpoints by the pinned key that signed them, on the topic, kept and at witnesses; keys in base64
 * @param uncosigned of the checkpoints; empty if no witness was named
 * @param later checkpoints that a witness cosigned after {@code asOf}
 * @param receipts entries with a receipt that its key signed
 * @param receiptsKept of these, found in the log as stated
 * @param answersWithout entries that were answered without a receipt
 */
record Summary(
        Instant asOf,
        List<TreeLine> trees,
        long records,
        long bytes,
        long checkpoints,
        Map<String, Long> signed,
        Optional<Long> uncosigned,
        long later,
        long receipts,
        long receiptsKept,
        long answersWithout) {

    /** Entries that no checkpoint covers. */
    long uncovered() {
        return trees.stream().mapToLong(tree -> tree.size() - tree.covered()).sum();
    }

    /** Entries that no cosigned checkpoint covers. */
    long unwitnessed() {
        return trees.stream().mapToLong(tree -> tree.size() - tree.witnessed()).sum();
    }

    /** Of the trees' newest checkpoints. */
    long newestUncosigned() {
        return trees.stream()
                .filter(tree -> tree.newest().isPresent() && !tree.newestIsCosigned())
                .count();
    }
}
