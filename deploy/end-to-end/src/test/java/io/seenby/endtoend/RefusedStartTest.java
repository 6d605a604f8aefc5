package io.seenby.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.seenby.local.LocalStack;
import io.seenby.local.Ports;
import io.seenby.local.ProjectRoot;
import io.seenby.local.ServiceProcess;
import io.seenby.local.ServiceProcess.Service;
import io.seenby.local.StartFailed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The packaged services do not start on topics or a database that would break a law, and say so in one sentence. */
class RefusedStartTest {

    private static final int REFUSED = 78;
    private static final Map<Service, String> SCHEMAS = Map.of(Service.ACCESS, "keys", Service.AUDIT, "views");

    private final LocalStack stack = LocalStack.shared();
    private final ProjectRoot root = ProjectRoot.find();

    @TempDir
    private Path folder;

    @AfterEach
    void asItWas() throws Exception {
        retention("-1");
        sql(
                "DROP SCHEMA IF EXISTS views CASCADE; DROP SCHEMA IF EXISTS owned CASCADE; DROP SCHEMA IF EXISTS keys CASCADE;"
                        + " ALTER ROLE query NOBYPASSRLS");
    }

    private ServiceProcess service(Service which, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(stack.environment());
        environment.keySet().removeIf(name -> name.startsWith("SEENBY_WITNESS"));
        environment.putAll(settings);
        return new ServiceProcess(
                root,
                which,
                folder.resolve(which.module()),
                log(which),
                Ports.free().access(),
                environment);
    }

    private Path log(Service which) {
        return folder.resolve(which.module() + ".log");
    }

    private void isRefused(Service which, Map<String, String> settings, String sentence) throws Exception {
        ServiceProcess service = service(which, settings);
        assertThatExceptionOfType(StartFailed.class).isThrownBy(service::start);
        assertThat(service.exitCode()).hasValue(REFUSED);
        assertThat(Files.readString(log(which)).lines()).contains(sentence);
    }

    private void retention(String millis) throws Exception {
        ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "access-ledger");
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", stack.kafka().bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            topic,
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("retention.ms", millis), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }

    private void sql(String statements) throws Exception {
        try (Connection connection = stack.postgres().connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private int migrate(Service which) throws Exception {
        ProcessBuilder migration = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        root.quarkusApp(which.module())
                                .resolve("quarkus-run.jar")
                                .toString(),
                        "migrate")
                .inheritIO();
        migration.environment().put("SEENBY_DB", stack.environment().get("SEENBY_DB"));
        migration
                .environment()
                .put("SEENBY_DB_OWNER_PASSWORD", stack.environment().get("SEENBY_DB_OWNER_PASSWORD"));
        return migration.start().waitFor();
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void aLedgerThatForgetsIsRefused(Service which) throws Exception {
        retention("604800000");
        isRefused(
                which,
                Map.of(),
                "The topic access-ledger needs retention.ms=-1 and has 604800000: records would go with time.");
    }

    @ParameterizedTest
    @EnumSource(Service.class)
    void oneCopyIsRefusedUnlessItIsAskedFor(Service which) throws Exception {
        isRefused(
                which,
                Map.of("SEENBY_COPIES", "3"),
                "The topic access-ledger keeps 1 copies of a record and 3 are asked for: a broken disk could lose it.");
    }

    @Test
    void aRoleThatRowSecurityDoesNotBindIsRefused() throws Exception {
        sql("ALTER ROLE query BYPASSRLS");
        isRefused(
                Service.AUDIT,
                Map.of(),
                "The database role query is too powerful (bypassrls): row security would not bind it.");
    }

    /** As a cluster does it: a Job migrates, and the service has no password of the owner. */
    @ParameterizedTest
    @EnumSource(Service.class)
    void whereAJobMigratesTheServiceWaitsForItAndNeedsNoOwner(Service which) throws Exception {
        Map<String, String> settings = Map.of("SEENBY_MIGRATE_AT_START", "false", "SEENBY_DB_OWNER_PASSWORD", "");
        isRefused(
                which,
                settings,
                "The schema %s has no tables: run the command migrate first.".formatted(SCHEMAS.get(which)));
        assertThat(migrate(which)).isZero();
        assertThat(migrate(which)).as("once more").isZero();
        ServiceProcess service = service(which, settings);
        try {
            service.start();
            assertThat(service.isRunning()).isTrue();
        } finally {
            service.stop();
        }
    }

    @Test
    void aTableThatLostItsRowSecurityIsRefused() throws Exception {
        assertThat(migrate(Service.AUDIT)).isZero();
        sql("ALTER TABLE views.entries NO FORCE ROW LEVEL SECURITY");
        isRefused(
                Service.AUDIT,
                Map.of(),
                "Row security is not forced on views.entries: a session without a tenant could read it.");
    }
}
