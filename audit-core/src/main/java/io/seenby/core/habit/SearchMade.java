package io.seenby.core.habit;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One search of a day, as long as none of the clients it listed was opened.
 *
 * @param terms {@linkplain Marks marks} of the terms searched for, at least one
 * @param listed marks of the clients whom the answer showed
 */
public record SearchMade(SortedSet<Integer> terms, SortedSet<Integer> listed) {

    /** Of those listed no more are remembered. */
    public static final int LISTED = 32;

    public SearchMade {
        terms = Collections.unmodifiableSortedSet(new TreeSet<>(terms));
        listed = Collections.unmodifiableSortedSet(new TreeSet<>(listed));
    }

    /** Marks joined by {@code +}, terms and listed parted by a colon: as it is stored. */
    public String text() {
        return joined(terms) + ":" + joined(listed);
    }

    /** What {@link #text} wrote. */
    public static SearchMade of(String text) {
        List<String> parts = List.of(text.split(":", 2));
        return new SearchMade(marks(parts.get(0)), marks(parts.get(1)));
    }

    private static String joined(SortedSet<Integer> marks) {
        return marks.stream().map(mark -> Integer.toString(mark)).collect(Collectors.joining("+"));
    }

    private static SortedSet<Integer> marks(String joined) {
        return joined.isEmpty()
                ? Collections.emptySortedSet()
                : Arrays.stream(joined.split("\\+"))
                        .map(Integer::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new));
    }
}
