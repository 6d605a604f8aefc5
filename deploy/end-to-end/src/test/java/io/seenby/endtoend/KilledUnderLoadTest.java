package io.seenby.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.local.LocalProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Law 1 under SIGKILL: what was acknowledged is durable, and stands in exactly one row. */
class KilledUnderLoadTest {

    enum Victim {
        BROKER(system -> system.stack.kafka()),
        DATABASE(system -> system.stack.postgres()),
        ACCESS_SERVICE(system -> system.access),
        PROJECTOR(system -> system.audit);

        private final Function<RunningSystem, LocalProcess> part;

        Victim(Function<RunningSystem, LocalProcess> part) {
            this.part = part;
        }
    }

    private final RunningSystem system = RunningSystem.shared();

    @ParameterizedTest
    @EnumSource
    void eachAcknowledgedIdentityHasExactlyOneRow(Victim victim) throws Exception {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicBoolean stop = new AtomicBoolean();
        List<Thread> publishers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            publishers.add(Thread.ofVirtual().start(() -> publishUntil(stop, acknowledged)));
        }
        RunningSystem.await("load before the kill", () -> acknowledged.size() > 2_000);
        system.killAndRestart(victim.part.apply(system));
        int afterTheKill = acknowledged.size();
        RunningSystem.await("load after the kill", () -> acknowledged.size() > afterTheKill + 2_000);
        stop.set(true);
        for (Thread publisher : publishers) {
            publisher.join();
        }
        system.restartWhatDied();
        system.awaitQuiet();

        String prefix = acknowledged.iterator().next();
        assertThat(rowsOf(acknowledged))
                .as("rows of " + acknowledged.size() + " ids like " + prefix)
                .isEqualTo(acknowledged.size());
    }

    /** A publisher as the SDK will be: an unanswered batch is sent again with the same ids. */
    private void publishUntil(AtomicBoolean stop, Set<String> acknowledged) {
        while (!stop.get()) {
            List<String> ids = new ArrayList<>();
            List<String> reports = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String id = Reports.id();
                ids.add(id);
                reports.add(Reports.read(id, "clerk-" + i % 7, "client-" + i % 13));
            }
            sendUntilRecorded(String.join("\n", reports), ids, acknowledged);
            // About 1,500 events a second: a load that this machine projects as fast as it comes, tests beside it.
            pause(250);
        }
    }

    private void sendUntilRecorded(String body, List<String> ids, Set<String> acknowledged) {
        for (int attempt = 0; attempt < 300; attempt++) {
            try {
                var answer = system.publish(RunningSystem.TENANT, body);
                if (answer.statusCode() == 200) {
                    acknowledged.addAll(recorded(answer.body(), ids));
                    if (acknowledged.containsAll(ids)) {
                        return;
                    }
                }
                Thread.sleep(200);
            } catch (IOException | RuntimeException away) {
                pause(200);
            } catch (InterruptedException stopped) {
                return;
            }
        }
    }

    /** Behind the results stands the receipt; a broken answer has fewer of them. */
    private static List<String> recorded(String results, List<String> ids) {
        List<String> lines = results.lines().toList();
        List<String> recorded = new ArrayList<>();
        for (int i = 0; i < Math.min(ids.size(), lines.size()); i++) {
            if (lines.get(i).contains("\"status\":\"recorded\"")) {
                recorded.add(ids.get(i));
            }
        }
        return recorded;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private long rowsOf(Set<String> ids) {
        long rows = 0;
        List<String> all = new ArrayList<>(ids);
        for (int from = 0; from < all.size(); from += 5_000) {
            String in = String.join("','", all.subList(from, Math.min(all.size(), from + 5_000)));
            rows += system.count("select count(*) from views.entries where event_id in ('" + in + "')");
        }
        return rows;
    }
}
