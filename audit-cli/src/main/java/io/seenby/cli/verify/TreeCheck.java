package io.seenby.cli.verify;

import io.seenby.cli.finding.Findings;
import io.seenby.cli.finding.Kind;
import io.seenby.core.ledger.GrowingTree;
import io.seenby.core.ledger.Hash;
import java.time.Instant;
import java.util.Optional;

/** One tree, as it grows again from the log, beside everything that was signed of it. */
final class TreeCheck {

    private static final GrowingTree.Observer NOBODY = (subtree, root) -> {};

    private final String origin;
    private final Marks marks;
    private final GrowingTree tree = GrowingTree.empty();
    private Optional<Instant> cosignedAt = Optional.empty();
    private int partition = -1;
    private int nextMark;
    private long nextSize;

    /** What the log bears out: the largest size, that with a cosignature, and the offset of the entry after it. */
    private long good;

    private long goodCosigned;
    private long firstOffsetAfterGood = -1;

    private long wrong;
    private long firstWrong = -1;
    private long firstWrongOffset = -1;
    private boolean goodAfterWrong;
    private boolean shrunk;

    TreeCheck(String origin, Marks marks) {
        this.origin = origin;
        this.marks = marks;
    }

    /** Before the first record of the partition, when everything signed is known. */
    void begin(int of) {
        partition = of;
        nextMark = 0;
        nextSize = marks.count() == 0 ? Long.MAX_VALUE : marks.size(0);
        if (nextSize == 0) {
            compare(-1);
        }
    }

    boolean hasBegun() {
        return partition >= 0;
    }

    long append(Hash leaf, long offset) {
        return append(leaf, offset, NOBODY);
    }

    /** Answers its index. */
    long append(Hash leaf, long offset, GrowingTree.Observer observer) {
        long index = tree.size();
        if (index == good) {
            firstOffsetAfterGood = offset;
        }
        if (observer == NOBODY) {
            tree.append(leaf);
        } else {
            tree.append(leaf, observer);
        }
        if (index + 1 == nextSize) {
            compare(offset);
        }
        return index;
    }

    private void compare(long offset) {
        Hash root = tree.root();
        boolean borneOut = false;
        int differing = 0;
        for (; nextMark < marks.count() && marks.size(nextMark) == tree.size(); nextMark++) {
            shrunk |= marks.has(nextMark, Marks.SHRUNK);
            if (!marks.isRoot(nextMark, root)) {
                differing++;
                continue;
            }
            borneOut = true;
            if (marks.has(nextMark, Marks.COSIGNED)) {
                goodCosigned = tree.size();
            }
        }
        if (borneOut) {
            // Another root of the same size contradicts this one, and not the log.
            good = tree.size();
            goodAfterWrong |= wrong > 0;
        } else if (differing > 0) {
            if (wrong == 0) {
                firstWrong = tree.size();
                firstWrongOffset = offset;
            }
            wrong += differing;
        }
        nextSize = nextMark < marks.count() ? marks.size(nextMark) : Long.MAX_VALUE;
    }

    /** After the last record. */
    void finish(Findings findings) {
        int beyond = marks.count() - nextMark;
        if (wrong > 0) {
            findings.add(Kind.ENTRIES, wrongEntries());
        }
        for (int at = nextMark; at < marks.count(); at++) {
            shrunk |= marks.has(at, Marks.SHRUNK);
        }
        if (goodAfterWrong || (shrunk && wrong + beyond > 0)) {
            findings.add(
                    Kind.FORK,
                    origin + ": its checkpoints tell of more than one history; the log can only be one of them");
        }
        if (beyond > 0) {
            findings.add(
                    Kind.SHORT,
                    "%s: the log has %d entries; %d checkpoints state more, the largest %d"
                            .formatted(origin, tree.size(), beyond, marks.size(marks.count() - 1)));
        }
    }

    private String wrongEntries() {
        long lastGood = Math.min(lastGoodBefore(), firstWrong);
        return "%s: of %d entries on, the root is not the one signed%s. The first wrong entry is among the indexes %d to %d%s; %d checkpoints differ"
                .formatted(
                        origin,
                        firstWrong,
                        lastGood == 0 ? "" : ", of " + lastGood + " it is",
                        lastGood,
                        Math.max(lastGood, firstWrong - 1),
                        offsets(),
                        wrong);
    }

    /** Good marks that follow a wrong one say nothing of where it went wrong. */
    private long lastGoodBefore() {
        return goodAfterWrong ? 0 : good;
    }

    private String offsets() {
        return firstWrongOffset < 0 || goodAfterWrong
                ? " (partition " + partition + ")"
                : " (partition %d, offsets %d to %d)".formatted(partition, firstOffsetAfterGood, firstWrongOffset);
    }

    void cosigned(Instant at) {
        if (cosignedAt.isEmpty() || cosignedAt.get().isBefore(at)) {
            cosignedAt = Optional.of(at);
        }
    }

    String origin() {
        return origin;
    }

    Marks marks() {
        return marks;
    }

    long size() {
        return tree.size();
    }

    /** Is a root not the one signed? */
    boolean isWrong() {
        return wrong > 0;
    }

    /** As the report has it. */
    TreeLine line() {
        int newest = marks.lastWith(Marks.ON_TOPIC);
        return new TreeLine(
                origin,
                tree.size(),
                tree.root(),
                newest < 0 ? Optional.empty() : Optional.of(marks.size(newest)),
                newest >= 0 && marks.has(newest, Marks.COSIGNED),
                cosignedAt,
                good,
                goodCosigned);
    }
}
