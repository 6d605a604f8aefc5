package io.seenby.audit.postgres;

import java.util.regex.Pattern;

/**
 * Where the views are and as whom we come.
 *
 * @param address {@code host:port/database}
 * @param schema the schema of the derived tables; a rebuild names another
 */
public record DatabaseSettings(String address, String schema, String ownerPassword, String projectorPassword) {

    private static final Pattern SCHEMA = Pattern.compile("^[a-z][a-z0-9_]{0,50}$");

    public DatabaseSettings {
        if (!SCHEMA.matcher(schema).matches() || schema.equals("owned") || schema.equals("keys")) {
            throw new IllegalArgumentException("the views cannot live in a schema of this name: " + schema);
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://" + address;
    }

    /** Without the passwords. */
    @Override
    public String toString() {
        return address + " schema " + schema;
    }
}
