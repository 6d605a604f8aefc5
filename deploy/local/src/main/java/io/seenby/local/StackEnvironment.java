package io.seenby.local;

import java.util.Map;
import java.util.TreeMap;

/** The names under which the services read where the stack is. They are a contract: the services' settings use them. */
final class StackEnvironment {
    private StackEnvironment() {}

    static Map<String, String> of(LocalStack stack) {
        var postgres = stack.postgres();
        var environment = new TreeMap<String, String>();
        environment.put("SEENBY_PROFILE", "local");
        // One broker keeps one copy; the services ask for three where nobody says otherwise.
        environment.put("SEENBY_COPIES", "1");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", stack.kafka().bootstrapServers());
        environment.put("SEENBY_ISSUER_URL", stack.identity().issuerUrl());
        environment.put(
                "SEENBY_ACCESS_URL",
                "http://127.0.0.1:" + stack.settings().ports().access());
        environment.put(
                "SEENBY_AUDIT_URL",
                "http://127.0.0.1:" + stack.settings().ports().audit());
        environment.put("SEENBY_DB", postgres.address() + "/" + PostgresServer.DATABASE);
        for (String role : Passwords.ROLES) {
            environment.put("SEENBY_DB_%s_PASSWORD".formatted(role.toUpperCase()), postgres.passwordOf(role));
        }
        environment.put(
                "SEENBY_KEK_FILE", stack.keysets().kek().toAbsolutePath().toString());
        environment.put(
                "SEENBY_LEDGER_KEY_FILE",
                stack.keysets().ledgerMac().toAbsolutePath().toString());
        environment.put(
                "SEENBY_INTAKE_KEY_FILE",
                stack.keysets().intake().toAbsolutePath().toString());
        var keys = stack.signingKeys();
        environment.put(
                "SEENBY_RECEIPT_KEY_FILE", keys.receipt().toAbsolutePath().toString());
        environment.put(
                "SEENBY_CHECKPOINT_KEY_FILE", keys.checkpoint().toAbsolutePath().toString());
        environment.put(
                "SEENBY_WITNESS_URL",
                "http://127.0.0.1:" + stack.settings().ports().witness());
        environment.put("SEENBY_WITNESS_KEY", keys.witnessKey().toString());
        return Map.copyOf(environment);
    }
}
