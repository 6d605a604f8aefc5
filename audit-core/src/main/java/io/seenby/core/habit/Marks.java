package io.seenby.core.habit;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Refs and tokens to count, by 32 bits of each: they are keyed digests, so a few hundred of them are as good as never taken
 * for one another (two of 300 in one of 100,000 such days), and the same ones are in every replay.
 */
public final class Marks {

    /** No more are counted: as many as an alert can name. */
    static final int MOST = 1_000;

    private Marks() {}

    /** The hash that the language specifies for text, the same everywhere. */
    public static int of(String ref) {
        return ref.hashCode();
    }

    static SortedSet<Integer> with(SortedSet<Integer> marks, Collection<Integer> more) {
        if (marks.size() >= MOST || marks.containsAll(more)) {
            return marks;
        }
        SortedSet<Integer> all = new TreeSet<>(marks);
        more.stream().limit(MOST - marks.size()).forEach(all::add);
        return Collections.unmodifiableSortedSet(all);
    }
}
