package io.seenby.audit.query;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.seenby.audit.postgres.DatabaseSettings;
import io.seenby.audit.postgres.Migrations;
import io.seenby.local.LocalStack;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The service under test on the real stack, with {@link DoorProcess} where access-service would be. */
public class AuditStack implements QuarkusTestResourceLifecycleManager {

    /** Where questions are told. */
    public static final DoorProcess DOOR = new DoorProcess(24_011);

    @Override
    public Map<String, String> start() {
        LocalStack stack = LocalStack.shared();
        Migrations.run(new DatabaseSettings(
                stack.postgres().address() + "/seenby",
                "views",
                stack.postgres().passwordOf("owner"),
                stack.postgres().passwordOf("projector")));
        DOOR.start();
        Map<String, String> settings = new HashMap<>(stack.environment());
        // What Quarkus reads from real environment variables by itself.
        stack.environment()
                .forEach((name, value) -> settings.put(
                        name.toLowerCase(Locale.ROOT).replaceFirst("_", ".").replace('_', '-'), value));
        // No witness runs here.
        settings.keySet().removeIf(name -> name.toLowerCase(Locale.ROOT).contains("witness"));
        settings.put("smallrye.config.mapping.validate-unknown", "false");
        settings.put("kafka.bootstrap.servers", stack.kafka().bootstrapServers());
        settings.put("SEENBY_ACCESS_URL", DOOR.url());
        settings.put("quarkus.http.test-port", "24010");
        settings.put("seenby.query.heartbeat", "1S");
        settings.put("seenby.checkpoint-interval", "200ms");
        settings.put("quarkus.log.console.json.enabled", "false");
        settings.put("quarkus.log.category.\"org.apache.kafka\".level", "ERROR");
        return settings;
    }

    @Override
    public void stop() {
        DOOR.stop();
    }
}
