package io.seenby.local;

/** A command cannot do what it was asked to. The message is one sentence for the person who typed it. */
public final class CommandFailed extends RuntimeException {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final int exitCode;

    private CommandFailed(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    public static CommandFailed because(String sentence) {
        return new CommandFailed(FAILED, sentence);
    }

    /** The command line itself is wrong. */
    public static CommandFailed misused(String sentence) {
        return new CommandFailed(MISUSED, sentence);
    }

    public int exitCode() {
        return exitCode;
    }
}
