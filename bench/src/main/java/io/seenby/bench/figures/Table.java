package io.seenby.bench.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows of text under a heading, printed in aligned columns: the first to the left, the others to the right. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    public Table(List<String> heading) {
        rows.add(List.copyOf(heading));
    }

    /**
     * Adds a row.
     *
     * @throws IllegalArgumentException if it has more or fewer cells than the heading
     */
    public Table row(List<String> cells) {
        if (cells.size() != rows.getFirst().size()) {
            throw new IllegalArgumentException("the heading is " + rows.getFirst() + ", the row " + cells);
        }
        rows.add(List.copyOf(cells));
        return this;
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        return rows.stream().map(row -> line(row, widths)).collect(Collectors.joining());
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> (column == 0 ? "  %-" : "  %") + widths[column] + "s")
                .collect(Collectors.joining("", "", "\n"))
                .formatted(row.toArray())
                .stripTrailing()
                .concat("\n");
    }
}
