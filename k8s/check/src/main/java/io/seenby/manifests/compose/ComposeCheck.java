package io.seenby.manifests.compose;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.core.ground.RoleDemands;
import io.seenby.core.ground.TopicDemands;
import io.seenby.manifests.rule.SettingsInCommon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What must hold of {@code deploy/compose/}. */
public final class ComposeCheck {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)");
    private static final Pattern PINNED = Pattern.compile(".+:v?\\d[\\w.-]*");
    private static final Set<String> TASKS = Set.of("topics", "migrate-keys", "migrate-views");
    private static final Set<String> OURS =
            Set.of("access-service", "audit-projector", "witness", "migrate-keys", "migrate-views");

    private final Path root;
    private final Path folder;
    private final SettingsInCommon common;

    public ComposeCheck(Path root) {
        this.root = root;
        this.folder = root.resolve("deploy/compose");
        this.common = new SettingsInCommon(root);
    }

    /** A sentence for each fault of the file that is committed. */
    public List<String> broken() {
        String compose = read("compose.yaml");
        List<String> broken = new ArrayList<>(broken(compose, read("topics.sh"), read("roles.sh")));
        broken.addAll(realm(compose, read("realm.json")));
        return broken;
    }

    /** The same of other texts. */
    List<String> broken(String compose, String topics, String roles) {
        ComposeFile file = ComposeFile.parse(compose);
        List<String> broken = new ArrayList<>(file.againstTheSchema());
        file.services().properties().forEach(each -> service(each.getKey(), each.getValue(), broken));
        broker(file.services().path("kafka").path("environment"), broken);
        postgres(file.services().path("postgres"), broken);
        variables(compose, broken);
        topics(topics, broken);
        RoleDemands.ROLES.stream()
                .filter(role -> !roles.contains("role " + role + " \"$"))
                .forEach(role -> broken.add("roles.sh makes no role " + role + "."));
        if (!roles.contains("nosuperuser nocreatedb nocreaterole noreplication nobypassrls")) {
            broken.add("roles.sh makes roles with powers.");
        }
        return broken;
    }

    List<String> realm(String compose, String realm) {
        Set<String> given = new TreeSet<>();
        ComposeFile.parse(compose)
                .services()
                .path("keycloak")
                .path("environment")
                .fieldNames()
                .forEachRemaining(given::add);
        return RealmCheck.broken(ComposeFile.parse(realm).tree(), read(root.resolve("docs/roles.md")), given);
    }

    private void service(String name, JsonNode service, List<String> broken) {
        String image = service.path("image").asText();
        if (!PINNED.matcher(image).matches()) {
            broken.add(name + " runs " + image + ", which is no version.");
        }
        if (!TASKS.contains(name) && service.path("healthcheck").isMissingNode()) {
            broken.add(name + " has no healthcheck.");
        }
        if (OURS.contains(name)
                && (!service.path("read_only").asBoolean()
                        || !service.path("cap_drop").toString().contains("ALL")
                        || !service.path("security_opt").toString().contains("no-new-privileges:true"))) {
            broken.add(name + " may do more than it must.");
        }
        service.path("ports").forEach(port -> {
            if (!port.asText().startsWith("127.0.0.1:")) {
                broken.add(name + " is open to other machines at " + port.asText() + ".");
            }
        });
        String program = image.replaceAll(":.*", "").replaceAll(".*/", "");
        service.path("environment").properties().forEach(variable -> {
            if (image.startsWith("seenby/") && !common.knows(program, variable.getKey())) {
                broken.add(name + " is given " + variable.getKey() + ", which " + program + " does not read.");
            }
            if (common.isSecretInClear(variable.getKey(), variable.getValue().asText())) {
                broken.add(name + " holds the secret " + variable.getKey() + " in clear.");
            }
        });
    }

    private static void broker(JsonNode environment, List<String> broken) {
        for (String setting : List.of("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE")) {
            if (!environment.path(setting).asText().equals("false")) {
                broken.add("Kafka needs " + setting + "=false.");
            }
        }
        if (environment.path("KAFKA_MESSAGE_MAX_BYTES").asLong() < TopicDemands.LARGEST_RECORD) {
            broken.add("Kafka would refuse large records.");
        }
    }

    private void postgres(JsonNode postgres, List<String> broken) {
        Set<String> words = new TreeSet<>();
        postgres.path("command").forEach(word -> words.add(word.asText()));
        common.ofPostgres().forEach((name, value) -> {
            if (!words.contains("-c" + name + "=" + value)) {
                broken.add("PostgreSQL needs " + name + "=" + value + ".");
            }
        });
        String initdb =
                postgres.path("environment").path("POSTGRES_INITDB_ARGS").asText();
        if (!initdb.contains("--encoding=UTF8") || !initdb.contains("--builtin-locale=C.UTF-8")) {
            broken.add("PostgreSQL must sort text by code point: UTF8, builtin, C.UTF-8.");
        }
    }

    private void variables(String compose, List<String> broken) {
        Set<String> offered = read(".env.example")
                .lines()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .map(line -> line.substring(0, line.indexOf('=')))
                .collect(Collectors.toSet());
        Matcher named = VARIABLE.matcher(compose);
        while (named.find()) {
            if (!offered.contains(named.group(1))) {
                broken.add("compose.yaml wants " + named.group(1) + ", which .env.example does not name.");
            }
        }
    }

    private static void topics(String script, List<String> broken) {
        TopicDemands.TOPICS.stream()
                .filter(topic -> !script.contains("\ntopic " + topic + " "))
                .forEach(topic -> broken.add("topics.sh does not make " + topic + "."));
        TopicDemands.exactly().forEach((setting, value) -> {
            if (!script.contains("--config " + setting + "=" + value + " ")) {
                broken.add("topics.sh must set " + setting + "=" + value + ".");
            }
        });
        if (!script.contains("--config max.message.bytes=" + TopicDemands.LARGEST_RECORD)) {
            broken.add("topics.sh must set max.message.bytes=" + TopicDemands.LARGEST_RECORD + ".");
        }
    }

    private String read(String file) {
        return read(folder.resolve(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
