package io.seenby.local;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** PostgreSQL's settings here: every promise of durability kept, sized for two cores that others use as well. */
final class PostgresConfiguration {
    private PostgresConfiguration() {}

    static Map<String, String> of(int port, int sharedBuffersMiB) {
        return Map.ofEntries(
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("port", Integer.toString(port)),
                Map.entry("unix_socket_directories", ""),
                Map.entry("password_encryption", "scram-sha-256"),
                Map.entry("max_connections", "100"),
                Map.entry("shared_buffers", sharedBuffersMiB + "MB"),
                Map.entry("max_wal_size", "4GB"),
                Map.entry("checkpoint_timeout", "15min"),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                // Statements and their parameters may hold what clients told in confidence.
                Map.entry("log_statement", "none"),
                Map.entry("log_min_error_statement", "panic"),
                Map.entry("log_parameter_max_length", "0"),
                Map.entry("log_parameter_max_length_on_error", "0"));
    }

    /** Text sorts by code point everywhere: the same rows have the same order on every machine. */
    static List<String> initdb(Path data, Path superuserPassword, boolean quickStart) {
        return List.of(
                "--pgdata=" + data.toAbsolutePath(),
                "--username=" + Passwords.SUPERUSER,
                "--pwfile=" + superuserPassword.toAbsolutePath(),
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions",
                quickStart ? "--no-sync" : "--sync-method=fsync");
    }
}
