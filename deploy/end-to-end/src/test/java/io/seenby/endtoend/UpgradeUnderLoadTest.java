package io.seenby.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.local.ServiceProcess;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/**
 * What operators do to a system that is in use: publishers report, in either wire version of what has two, and auditors
 * ask, all the time, and none of them notices.
 *
 * <p>{@code ./dev upgrade [ROUNDS]} does it several times over.
 */
class UpgradeUnderLoadTest {

    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final RunningSystem system = RunningSystem.shared();

    @Test
    void nobodyNoticesThatEachInstanceIsReplaced() throws Exception {
        try (Accounts accounts = new Accounts(system);
                Pair access = Pair.beside(system.access, ServiceProcess.Service.ACCESS, system.stack, Map.of());
                Pair audit = Pair.beside(
                        system.audit,
                        ServiceProcess.Service.AUDIT,
                        system.stack,
                        Map.of("SEENBY_ACCESS_URL", access.instances().getLast().url()))) {
            SteadyLoad load = new SteadyLoad(system, access::url, audit::url);
            load.start();
            RunningSystem.await("load before", () -> load.acknowledged() > 1_000);
            for (int round = Integer.getInteger("upgrade.rounds", 1); round > 0; round--) {
                for (int i = 0; i < access.instances().size(); i++) {
                    replace(List.of(access.instances().get(i), audit.instances().get(i)), load);
                    Thread.sleep(BETWEEN);
                }
            }
            load.stop();
            accounts.requireThatNobodyNoticed(load);
        }
    }

    @Test
    void nobodyNoticesThatTheViewsAreSwitched() throws Exception {
        try (Accounts accounts = new Accounts(system)) {
            SteadyLoad load = new SteadyLoad(system, system.access::url, system.audit::url);
            long projector = system.audit.pid();
            load.start();
            RunningSystem.await("load before", () -> load.acknowledged() > 300);
            requireDone("rebuild", "--schema", "rebuilt", "--batch", "777");
            long served = system.count("select 'views.entries'::regclass::oid::bigint");
            requireDone("switch", "--schema", "rebuilt");
            assertThat(system.count("select 'rebuilt.entries'::regclass::oid::bigint"))
                    .isEqualTo(served);
            int before = load.acknowledged();
            RunningSystem.await("load after", () -> load.acknowledged() > before + 300);
            load.stop();

            accounts.requireThatNobodyNoticed(load);
            assertThat(load.statuses.keySet())
                    .as("%s", load.statuses)
                    .containsExactlyInAnyOrder("batch 200", "event 201", "question 200");
            accounts.requireThatNothingWasSentTwice(load);
            assertThat(system.audit.isRunning()).isTrue();
            assertThat(system.audit.pid()).isEqualTo(projector);
        }
        // What was served before, brought to the end of the ledger, is what is served now.
        requireDone("rebuild", "--schema", "rebuilt");
        system.awaitQuiet();
        assertThat(digests("rebuilt")).isEqualTo(digests("views")).contains("alert_revisions");
        requireDone("drop", "--schema", "rebuilt");
        assertThat(system.count("select count(*) from pg_namespace where nspname = 'rebuilt'"))
                .isZero();
    }

    private void requireDone(String... command) throws Exception {
        Projector.Ended ended = Projector.run(system, command);
        assertThat(ended.exitCode()).as(ended.said()).isZero();
    }

    private String digests(String schema) throws Exception {
        return Projector.run(system, "digest", "--schema", schema).said();
    }

    /** Of each service one at once, while the other one is there. */
    private static void replace(List<ServiceProcess> instances, SteadyLoad load) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> replacing = instances.stream()
                    .<Future<?>>map(instance -> threads.submit(() -> {
                        int before = load.acknowledged();
                        instance.stop();
                        assertThat(instance.exitCode())
                                .as("it was not done in time and was killed")
                                .hasValue(143);
                        RunningSystem.await("load meanwhile", () -> load.acknowledged() > before);
                        instance.start();
                        return null;
                    }))
                    .toList();
            for (Future<?> each : replacing) {
                each.get();
            }
        }
    }
}
