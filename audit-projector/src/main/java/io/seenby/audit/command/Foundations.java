package io.seenby.audit.command;

import io.seenby.core.ground.TopicDemands;
import io.seenby.ground.DatabaseCheck;
import io.seenby.ground.Ground;
import io.seenby.ground.TopicsCheck;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** What the projector and its questions stand on. Options that are missing are no matter here: the service names them. */
record Foundations(Options options) implements Ground.Question {

    private static final List<DatabaseCheck.Role> ROLES = List.of(
            new DatabaseCheck.Role("projector", "(entries|entry_clients|identities)(_.*)?", "UPDATE, DELETE, TRUNCATE"),
            new DatabaseCheck.Role("query", ".*", "INSERT, UPDATE, DELETE, TRUNCATE"));

    @Override
    public Optional<String> refusal() throws SQLException, TimeoutException, InterruptedException {
        var login = new DatabaseCheck.Login(
                options.or("db", "SEENBY_DB", ""), "projector", options.or("-", "SEENBY_DB_PROJECTOR_PASSWORD", ""));
        boolean migrated = options.or("-", "SEENBY_MIGRATE_AT_START", "true").equals("false");
        var schema = new DatabaseCheck.Schema(options.or("schema", "SEENBY_SCHEMA", "views"), migrated, ROLES, true);
        Optional<String> database = DatabaseCheck.refusal(login, schema);
        return database.isPresent()
                ? database
                : TopicsCheck.refusal(
                        options.broker(), TopicDemands.TOPICS, options.number("copies", "SEENBY_COPIES", 3));
    }
}
