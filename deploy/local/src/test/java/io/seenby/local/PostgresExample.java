package io.seenby.local;

import java.nio.file.Path;
import java.sql.SQLException;

/** A small server and a table in it. Also a program, so that a test can run it as another user. */
final class PostgresExample {
    private PostgresExample() {}

    /** {@code FOLDER LIBRARIES PORT}: fills a table, is killed, starts again and prints how many rows are left. */
    public static void main(String[] arguments) throws SQLException {
        var folder = Path.of(arguments[0]);
        var server = new PostgresServer(
                settings(folder, folder.resolve("programs"), Path.of(arguments[1]), Integer.parseInt(arguments[2])));
        server.start();
        fill(server, 100);
        server.kill();
        server.start();
        System.out.println(System.getProperty("user.name") + " sees " + count(server) + " rows");
        server.stop();
    }

    static PostgresServer.Settings settings(ProjectRoot root, Path folder) {
        return settings(
                folder,
                root.state().resolve("programs"),
                root.libraries(),
                Ports.free().postgres());
    }

    private static PostgresServer.Settings settings(Path folder, Path programs, Path libraries, int port) {
        return new PostgresServer.Settings(
                folder.resolve("postgres"), folder.resolve("postgres.log"), port, programs, libraries, 64, true);
    }

    static void fill(PostgresServer server, int rows) throws SQLException {
        try (var owner = server.connect("owner");
                var statement = owner.createStatement()) {
            statement.execute("drop schema if exists seen cascade");
            statement.execute("create schema seen");
            statement.execute("create table seen.entries (entry int primary key)");
            statement.execute("insert into seen.entries select generate_series(1, " + rows + ")");
        }
    }

    static int count(PostgresServer server) throws SQLException {
        try (var owner = server.connect("owner");
                var statement = owner.createStatement();
                var rows = statement.executeQuery("select count(*) from seen.entries")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
