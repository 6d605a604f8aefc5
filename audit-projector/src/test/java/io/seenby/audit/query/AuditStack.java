package io.seenby.audit.query;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.seenby.local.LocalStack;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** The service under test on the real stack, with {@link DoorProcess} where access-service would be. */
public class AuditStack implements QuarkusTestResourceLifecycleManager {

    static final int DOOR_PORT = 24_011;

    private final DoorProcess door = new DoorProcess(DOOR_PORT);

    @Override
    public Map<String, String> start() {
        LocalStack stack = LocalStack.shared();
        migrate(stack);
        door.start();
        Map<String, String> settings = new HashMap<>(stack.environment());
        settings.put("SEENBY_ACCESS_URL", "http://127.0.0.1:" + DOOR_PORT);
        settings.put("seenby.query.heartbeat", "1S");
        System.out.println("CL " + LocalStack.class.getClassLoader() + " " + getClass().getClassLoader());
        return settings;
    }

    private static void migrate(LocalStack stack) {
        Flyway.configure(AuditStack.class.getClassLoader())
                .dataSource(
                        "jdbc:postgresql://" + stack.postgres().address() + "/seenby",
                        "owner",
                        stack.postgres().passwordOf("owner"))
                .schemas("views")
                .locations("classpath:db/views")
                .load()
                .migrate();
    }

    @Override
    public void stop() {
        door.stop();
    }
}
