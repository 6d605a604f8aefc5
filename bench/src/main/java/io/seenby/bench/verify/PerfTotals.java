package io.seenby.bench.verify;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one line that Kafka's reading tool prints.
 *
 * @param perSecondOfFetching without the time in which it joined its group
 */
record PerfTotals(long records, double perSecondOfFetching) {
    /** Two times of day, then: MB, MB/s, records, records/s, milliseconds joining, fetching, MB/s and records/s of that. */
    private static final int FIELDS = 10;

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    static Optional<PerfTotals> of(String line) {
        var fields = List.of(line.split(", "));
        if (fields.size() != FIELDS
                || !fields.subList(2, FIELDS).stream()
                        .allMatch(field -> NUMBER.matcher(field).matches())) {
            return Optional.empty();
        }
        return Optional.of(new PerfTotals(Long.parseLong(fields.get(4)), Double.parseDouble(fields.get(9))));
    }
}
