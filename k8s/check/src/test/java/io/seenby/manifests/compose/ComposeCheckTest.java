package io.seenby.manifests.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComposeCheckTest {

    private static final Path ROOT = Path.of(System.getProperty("seenby.root", "../.."));

    private final ComposeCheck check = new ComposeCheck(ROOT);

    private static String read(String file) throws IOException {
        return Files.readString(ROOT.resolve("deploy/compose").resolve(file));
    }

    @Test
    void nothingIsWrongWithIt() {
        assertThat(check.broken()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compose.yaml | stop_grace_period: | stop_grace: | stop_grace",
                "compose.yaml | apache/kafka:4.1.1 | apache/kafka:latest | is no version",
                "compose.yaml | read_only: true | read_only: false | may do more than it must",
                "compose.yaml | '127.0.0.1:8401:8401' | '8401:8401' | is open to other machines",
                "compose.yaml | SEENBY_COPIES: | SEENBY_COPY: | which access-service does not read",
                "compose.yaml | '${SEENBY_CLIENT_SECRET:?}' | 'hunter2' | holds the secret SEENBY_CLIENT_SECRET in clear",
                "compose.yaml | KAFKA_AUTO_CREATE_TOPICS_ENABLE: \"false\" | KAFKA_AUTO_CREATE_TOPICS_ENABLE: \"true\" | Kafka needs",
                "compose.yaml | -cfsync=on | -cfsync=off | PostgreSQL needs fsync=on",
                "compose.yaml | -clog_statement=none | -clog_statement=all | PostgreSQL needs log_statement=none",
                "compose.yaml | --builtin-locale=C.UTF-8 | --builtin-locale=C | by code point",
                "compose.yaml | GRAFANA_ADMIN_PASSWORD | GRAFANA_PASSWORD | .env.example does not name",
                "topics.sh | retention.ms=-1 | retention.ms=604800000 | must set retention.ms=-1",
                "topics.sh | topic ledger-checkpoints | topic checkpoints | does not make ledger-checkpoints",
                "roles.sh | nobypassrls | bypassrls | roles with powers",
                "roles.sh | role maintenance | role maintainer | makes no role maintenance"
            })
    void aPlantedMistakeIsFound(String file, String right, String wrong, String said) throws IOException {
        assertThat(read(file)).contains(right);
        assertThat(check.broken(
                        changed("compose.yaml", file, right, wrong),
                        changed("topics.sh", file, right, wrong),
                        changed("roles.sh", file, right, wrong)))
                .anySatisfy(why -> assertThat(why).contains(said));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "erasure-approver\" | approver\" | The realm has the roles",
                "'${PUBLISHER_SECRET}' | 'hunter2' | The client publisher-1 has a secret that stands in the realm",
                "'${DEMO_PASSWORD}' | '${PASSWORD}' | which the container is not given",
                "\"claim.name\": \"tenant\" | \"claim.name\": \"organisation\" | do not say tenant",
                "\"seenby\", \"access.token.claim\" | \"account\", \"access.token.claim\" | are not for the audience",
                "\"browserFlow\": \"step-up\" | \"browserFlow\": \"browser\" | has no step-up",
                "\"directAccessGrantsEnabled\": false | \"directAccessGrantsEnabled\": true | takes people's passwords"
            })
    void aMistakeInTheRealmIsFound(String right, String wrong, String said) throws IOException {
        String realm = read("realm.json");
        assertThat(realm).contains(right);
        assertThat(check.realm(read("compose.yaml"), realm.replace(right, wrong)))
                .anySatisfy(why -> assertThat(why).contains(said));
    }

    private static String changed(String file, String where, String right, String wrong) throws IOException {
        String text = read(file);
        return file.equals(where) ? text.replace(right, wrong) : text;
    }
}
