package io.seenby.audit.command;

import io.seenby.audit.postgres.DatabaseSettings;
import io.seenby.ground.KafkaEnvironment;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Options of a command: {@code --name value}, else the environment variable of the service. */
final class Options {

    private final Map<String, String> given;
    private final Map<String, String> environment;

    private Options(Map<String, String> given, Map<String, String> environment) {
        this.given = given;
        this.environment = environment;
    }

    /** Throws {@link IllegalArgumentException} for anything but pairs after the command. */
    static Options of(String[] arguments, Map<String, String> environment) {
        Map<String, String> given = new HashMap<>();
        for (int i = 1; i < arguments.length; i += 2) {
            if (!arguments[i].startsWith("--") || i + 1 == arguments.length) {
                throw new IllegalArgumentException("not understood: " + arguments[i]);
            }
            given.put(arguments[i].substring(2), arguments[i + 1]);
        }
        return new Options(given, environment);
    }

    private Optional<String> find(String option, String variable) {
        @Nullable String value = given.getOrDefault(option, environment.get(variable));
        return Optional.ofNullable(value).filter(text -> !text.isBlank());
    }

    String or(String option, String variable, String usual) {
        return find(option, variable).orElse(usual);
    }

    String required(String option, String variable) {
        return find(option, variable)
                .orElseThrow(() -> new IllegalArgumentException("missing: --" + option + " or " + variable));
    }

    int number(String option, String variable, int usual) {
        String text = or(option, variable, Integer.toString(usual));
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below, with the option's name.
        }
        throw new IllegalArgumentException("--" + option + " must be a positive number and is " + text);
    }

    /** How the brokers are reached. */
    Map<String, Object> broker() {
        Map<String, Object> broker = KafkaEnvironment.of(environment);
        broker.put("bootstrap.servers", required("bootstrap", "KAFKA_BOOTSTRAP_SERVERS"));
        return broker;
    }

    DatabaseSettings database(String schema) {
        return new DatabaseSettings(
                required("db", "SEENBY_DB"),
                schema,
                or("db-owner-password", "SEENBY_DB_OWNER_PASSWORD", ""),
                required("db-projector-password", "SEENBY_DB_PROJECTOR_PASSWORD"));
    }
}
