package io.seenby.access;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.seenby.local.LocalStack;
import java.util.HashMap;
import java.util.Map;

/** A real broker, PostgreSQL and identity server under the service that is tested. */
public class Stack implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        LocalStack stack = LocalStack.shared();
        Map<String, String> settings = new HashMap<>(stack.environment());
        settings.remove("SEENBY_PROFILE");
        settings.put("test.issuer", stack.identity().issuerUrl());
        return settings;
    }

    @Override
    public void stop() {
        // It ends with this JVM: the next test class uses it too.
    }
}
