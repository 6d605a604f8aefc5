package io.seenby.bench;

import io.seenby.bench.figures.Table;
import java.util.List;
import java.util.stream.Collectors;

/** What a benchmark found: its tables, and under which settings. */
public record Report(List<Section> sections, List<String> settings) {

    /** A table with the sentence above it. */
    public record Section(String title, Table table) {}

    @Override
    public String toString() {
        String tables = sections.stream()
                .map(section -> section.title() + "\n" + section.table())
                .collect(Collectors.joining("\n"));
        return tables + "\nsettings\n"
                + settings.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }
}
