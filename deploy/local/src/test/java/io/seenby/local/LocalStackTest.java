package io.seenby.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocalStackTest {
    @Test
    void startsEverythingOnceAndTellsTheServicesWhereItIs() throws Exception {
        var stack = LocalStack.shared();

        assertThat(LocalStack.shared()).isSameAs(stack);
        assertThat(stack.parts()).allMatch(LocalProcess::isRunning);
        assertThat(stack.environment())
                .containsEntry("SEENBY_PROFILE", "local")
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", stack.kafka().bootstrapServers())
                .containsEntry(
                        "SEENBY_ISSUER_URL",
                        "http://127.0.0.1:" + stack.settings().ports().identity() + "/seenby")
                .containsEntry("SEENBY_DB", stack.postgres().address() + "/seenby")
                .containsKeys(
                        "SEENBY_DB_OWNER_PASSWORD",
                        "SEENBY_DB_PROJECTOR_PASSWORD",
                        "SEENBY_DB_QUERY_PASSWORD",
                        "SEENBY_DB_MAINTENANCE_PASSWORD",
                        "SEENBY_DB_ACCESS_PASSWORD",
                        "SEENBY_KEK_FILE",
                        "SEENBY_LEDGER_KEY_FILE",
                        "SEENBY_ACCESS_URL")
                .containsEntry(
                        "SEENBY_WITNESS_URL",
                        "http://127.0.0.1:" + stack.settings().ports().witness())
                .containsEntry(
                        "SEENBY_WITNESS_KEY", stack.signingKeys().witnessKey().toString());
        try (var projector = stack.postgres().connect("projector")) {
            assertThat(projector.isValid(2)).isTrue();
        }
    }
}
