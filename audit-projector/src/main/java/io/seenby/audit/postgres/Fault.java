package io.seenby.audit.postgres;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a database error means for the records of a batch, by its SQLSTATE. */
public enum Fault {
    /** Passes by itself: connection lost, serialisation, resources, operator's intervention. Says nothing of a record. */
    TRANSIENT,
    /** Some record of the batch holds what the schema refuses. */
    UNSTORABLE,
    /** Nothing we understand; going on could do harm. */
    UNKNOWN;

    /** Classes 08 connection, 40 rollback, 53 resources, 57 intervention. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57");

    /** Our own limit on idle transactions struck: the process was frozen, not the record bad. */
    private static final String IDLE_IN_TRANSACTION = "25P03";

    public static Fault of(SQLException error) {
        String state = stateOf(error).orElse("");
        if (state.equals(IDLE_IN_TRANSACTION)) {
            return TRANSIENT;
        }
        String group = state.length() == 5 ? state.substring(0, 2).toUpperCase(Locale.ROOT) : "";
        return switch (group) {
            case "22", "23" -> UNSTORABLE;
            default -> PASSING.contains(group) ? TRANSIENT : UNKNOWN;
        };
    }

    /** The SQLSTATE nearest to the cause. */
    public static Optional<String> stateOf(SQLException error) {
        return Optional.ofNullable(error.getSQLState());
    }
}
