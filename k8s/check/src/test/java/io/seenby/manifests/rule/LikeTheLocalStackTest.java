package io.seenby.manifests.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.core.ground.RoleDemands;
import io.seenby.core.ground.TopicDemands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the rules ask of a cluster is what the local stack is, on which everything else is tested. */
class LikeTheLocalStackTest {

    private static String source(String name) throws IOException {
        Path root = Path.of(System.getProperty("seenby.root", "../.."));
        return Files.readString(root.resolve("deploy/local/src/main/java/io/seenby/local/" + name + ".java"));
    }

    @Test
    void postgresIsSetAlike() throws IOException {
        String local = source("PostgresConfiguration");
        assertThat(Database.DEMANDED)
                .allSatisfy((name, value) ->
                        assertThat(local).contains("Map.entry(\"%s\", \"%s\")".formatted(name, value)));
        assertThat(local).contains("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
    }

    @Test
    void theRolesAreTheSame() throws IOException {
        String local = RoleDemands.ROLES.stream()
                .skip(1)
                .map(role -> "\"" + role + "\"")
                .collect(Collectors.joining(", ", "List.of(OWNER, ", ")"));
        assertThat(RoleDemands.ROLES.get(0)).isEqualTo("owner");
        assertThat(source("Passwords")).contains(local);
        assertThat(source("PostgresRoles")).contains("nosuperuser nocreatedb nocreaterole noreplication nobypassrls");
    }

    @Test
    void theBrokerLosesNothingQuietlyAndHasTheSameTopics() throws IOException {
        assertThat(source("BrokerProperties"))
                .contains(
                        "auto.create.topics.enable=false",
                        "unclean.leader.election.enable=false",
                        "message.max.bytes=" + TopicDemands.LARGEST_RECORD);
        assertThat(TopicDemands.TOPICS)
                .allSatisfy(topic -> assertThat(source("KafkaBroker")).contains("new Topic(\"" + topic + "\","));
    }
}
