package io.seenby.cli.finding;

/** Kinds of findings; each has an exit code of its own, and of several the smallest wins. */
public enum Kind {
    ENTRIES(10, "the entries are not those that a checkpoint was signed over"),
    FORGED(11, "no checkpoint, or a false signature in the name of a pinned key"),
    FORK(12, "checkpoints of one ledger that contradict each other"),
    SHORT(13, "the log ends before what a checkpoint or a receipt states"),
    GAP(14, "offsets that hold no record"),
    RECEIPT(15, "a receipt that the log or its key does not bear out"),
    COSIGNATURE(16, "a checkpoint whose cosignature is missing or false"),
    MISSING(17, "a checkpoint that is not on the topic, or no longer"),
    UNPINNED(18, "a checkpoint by a key of its log that is not pinned"),
    VIEWS(20, "the views are not what the log says");

    private final int exitCode;
    private final String meaning;

    Kind(int exitCode, String meaning) {
        this.exitCode = exitCode;
        this.meaning = meaning;
    }

    public int exitCode() {
        return exitCode;
    }

    public String meaning() {
        return meaning;
    }
}
