package io.seenby.access.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.access.Client;
import io.seenby.access.Stack;
import io.seenby.events.TenantId;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class KeyTableTest {

    @Inject
    KeyTable table;

    @Inject
    DatabaseThread database;

    private static Map<ClientName, String> ids(Map<ClientName, DataKey> keys) {
        return keys.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString()));
    }

    /** What two instances do that know nothing of each other: past every cache, in transactions of their own. */
    @Test
    void whoeverAsksAtTheSameTimeGetsTheSameKeys() {
        Client.openTenant("key-table");
        TenantId tenant = new TenantId("key-table");
        String run = Long.toString(System.nanoTime(), 36);
        List<ClientName> names = IntStream.range(0, 300)
                .mapToObj(i -> new ClientName(tenant, run + "-" + i))
                .toList();
        List<CompletableFuture<Map<ClientName, DataKey>>> racing = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            List<ClientName> shuffled = new ArrayList<>(names);
            Collections.shuffle(shuffled);
            racing.add(database.run(() -> table.obtain(shuffled)));
        }
        Map<ClientName, String> first = ids(racing.get(0).join());
        assertThat(first).hasSize(300);
        racing.forEach(each -> assertThat(ids(each.join())).isEqualTo(first));
        assertThat(ids(database.run(() -> table.obtain(names)).join())).isEqualTo(first);
    }
}
