package io.seenby.bench;

/**
 * Something a benchmark lets its user choose: {@code --name VALUE}, a whole number or a file.
 *
 * @param standard the number if nothing is said; no file has one
 */
public record Option(String name, long standard, boolean file, String about) {
    /** A whole number. */
    public Option(String name, long standard, String about) {
        this(name, standard, false, about);
    }

    /** A file, or none. */
    public static Option file(String name, String about) {
        return new Option(name, 0, true, about);
    }

    /** Rounds that count; one more is run before them to warm up. */
    public static final Option ROUNDS = new Option("rounds", 5, "rounds that count, after one that doesn't");

    /** The first of six ports in a row. */
    public static final Option PORT_BASE = new Option("port-base", 0, "the stack's ports follow this one; 0: any free");

    /** The seed of everything that is generated. */
    public static final Option SEED = new Option("seed", 1, "seed of the generated reports");
}
