package io.seenby.audit.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sets the parameters of one statement in order, each a whole column of {@code unnest}: one array per parameter. */
final class Columns<T> {

    private final Connection connection;
    private final PreparedStatement statement;
    private final List<T> rows;
    private int next = 1;

    Columns(PreparedStatement statement, Collection<? extends T> rows) throws SQLException {
        this.connection = statement.getConnection();
        this.statement = statement;
        this.rows = List.copyOf(rows);
    }

    Columns<T> text(Function<T, String> column) throws SQLException {
        return array("text", rows.stream().map(column).toArray(String[]::new));
    }

    Columns<T> optionalText(Function<T, Optional<String>> column) throws SQLException {
        return array("text", rows.stream().map(row -> orNull(column.apply(row))).toArray(String[]::new));
    }

    Columns<T> bytes(Function<T, byte[]> column) throws SQLException {
        return array("bytea", rows.stream().map(column).toArray(byte[][]::new));
    }

    Columns<T> optionalBytes(Function<T, Optional<byte[]>> column) throws SQLException {
        return array(
                "bytea", rows.stream().map(row -> orNull(column.apply(row))).toArray(byte[][]::new));
    }

    /** Lists go as one text each, for {@code string_to_array(…, ',')}: arrays of arrays must be rectangular. */
    Columns<T> joined(Function<T, List<String>> column) throws SQLException {
        return text(row -> String.join(",", column.apply(row)));
    }

    Columns<T> bigint(Function<T, Long> column) throws SQLException {
        return array("bigint", rows.stream().map(column).toArray(Long[]::new));
    }

    Columns<T> optionalBigint(Function<T, Optional<Long>> column) throws SQLException {
        return array(
                "bigint", rows.stream().map(row -> orNull(column.apply(row))).toArray(Long[]::new));
    }

    Columns<T> integer(Function<T, Integer> column) throws SQLException {
        return array("integer", rows.stream().map(column).toArray(Integer[]::new));
    }

    Columns<T> optionalInteger(Function<T, Optional<Integer>> column) throws SQLException {
        return array(
                "integer", rows.stream().map(row -> orNull(column.apply(row))).toArray(Integer[]::new));
    }

    Columns<T> bool(Function<T, Boolean> column) throws SQLException {
        return array("boolean", rows.stream().map(column).toArray(Boolean[]::new));
    }

    Columns<T> moment(Function<T, Instant> column) throws SQLException {
        return optionalMoment(column.andThen(Optional::of));
    }

    /** ISO 8601 in UTC with microseconds: what PostgreSQL reads without knowing any locale. */
    Columns<T> optionalMoment(Function<T, Optional<Instant>> column) throws SQLException {
        return array(
                "timestamptz",
                rows.stream()
                        .map(row -> orNull(column.apply(row)
                                .map(moment -> moment.atOffset(ZoneOffset.UTC).toString())))
                        .toArray(String[]::new));
    }

    private static <V> @Nullable V orNull(Optional<V> value) {
        return value.orElse(null);
    }

    private Columns<T> array(String type, @Nullable Object[] values) throws SQLException {
        statement.setArray(next++, connection.createArrayOf(type, values));
        return this;
    }
}
