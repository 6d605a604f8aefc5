package io.seenby.access.start;

import io.seenby.core.ground.TopicDemands;
import io.seenby.ground.DatabaseCheck;
import io.seenby.ground.Ground;
import io.seenby.ground.KafkaEnvironment;
import io.seenby.ground.TopicsCheck;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** What the door to the ledger stands on: the topic that it appends to, and the tables of the keys. */
record Foundations(Map<String, String> environment) implements Ground.Question {

    /** A wrapped key that was changed is text that nobody can read again. One is deleted when its client is erased. */
    private static final List<DatabaseCheck.Role> ROLES = List.of(
            new DatabaseCheck.Role("access", ".*", "TRUNCATE"),
            new DatabaseCheck.Role("access", "(?!(client_keys|legal_holds)$).*", "DELETE"),
            new DatabaseCheck.Role("access", "(tenants|client_keys)", "UPDATE"));

    private static final String COPIES = "3";

    @Override
    public Optional<String> refusal() throws SQLException, TimeoutException, InterruptedException {
        var login = new DatabaseCheck.Login(
                value("SEENBY_DB", "127.0.0.1:8406/seenby"), "access", value("SEENBY_DB_ACCESS_PASSWORD", ""));
        boolean migrated = value("SEENBY_MIGRATE_AT_START", "true").equals("false");
        Optional<String> database =
                DatabaseCheck.refusal(login, new DatabaseCheck.Schema("keys", migrated, ROLES, false));
        return database.isPresent() ? database : ledger();
    }

    private Optional<String> ledger() throws TimeoutException, InterruptedException {
        Map<String, Object> broker = KafkaEnvironment.of(environment);
        broker.putIfAbsent("bootstrap.servers", "127.0.0.1:8404");
        String topic = value("ACCESS_LEDGER_TOPIC", TopicDemands.LEDGER);
        return TopicsCheck.refusal(broker, List.of(topic), Integer.parseInt(value("SEENBY_COPIES", COPIES)));
    }

    private String value(String variable, String usual) {
        return environment.getOrDefault(variable, usual);
    }
}
