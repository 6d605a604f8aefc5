package io.seenby.audit.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/** Writes many rows by one statement over {@code unnest}; nothing is sent for no rows. */
final class Written {

    /** Gives the columns in the order of the statement's parameters. */
    interface Filling<T> {
        void of(Columns<T> columns) throws SQLException;
    }

    private Written() {}

    static <T> void inserted(Connection connection, String sql, Collection<T> rows, Filling<T> filling)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            filling.of(new Columns<>(insert, rows));
            insert.executeUpdate();
        }
    }

    /** As {@link #inserted}, by a statement that must change one stored row for each of these; see {@link Updated}. */
    static <T> void updated(Connection connection, String sql, Collection<T> rows, Filling<T> filling)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            filling.of(new Columns<>(update, rows));
            Updated.all(update, rows.size());
        }
    }
}
