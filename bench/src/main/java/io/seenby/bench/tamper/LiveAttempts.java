package io.seenby.bench.tamper;

import io.seenby.bench.Progress;
import io.seenby.bench.stack.BenchStack;
import io.seenby.events.CloudEventAttributes;
import io.seenby.local.ServiceProcess;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Attempts on the running system: its database, its position, and its broker with stolen credentials. */
final class LiveAttempts {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** An entry in every respect: only what proves it is wrong. */
    private static final String FORGERY = """
            {"actor":{"kind":"service","ref":"-yN3HUsAMug3la3LrTgr6Q"},"contentTag":"J2RHEkr4ddNTrVWRrv3pJw",\
            "eventId":"forged","instance":"one","occurredAt":"2026-03-04T10:15:30Z","publisher":"forger",\
            "recordedAt":"2026-03-04T10:15:31Z","sealed":[],"tenant":"%s","type":"seenby.time-passed.v1"}""";

    private final BenchStack stack;
    private final ServiceProcess projector;
    private final Auditor auditor;
    private final RetiredKey retired;
    private final Verdicts verdicts;
    private final Progress progress;

    LiveAttempts(
            BenchStack stack,
            ServiceProcess projector,
            Auditor auditor,
            RetiredKey retired,
            Verdicts verdicts,
            Progress progress) {
        this.stack = stack;
        this.projector = projector;
        this.auditor = auditor;
        this.retired = retired;
        this.verdicts = verdicts;
        this.progress = progress;
    }

    void run() throws Exception {
        progress.say("trying: a forged record");
        verdicts.mustBeNoticed(
                "forge a record",
                List.of(forge("tenant-0", value -> new byte[] {1, 2, 3, 4, 5, 6}, "unknown-key")),
                "with the broker's credentials and no ledger key");
        progress.say("trying: a record forged with a retired key");
        verdicts.mustBeNoticed(
                "forge a record with a retired key",
                List.of(forge("tenant-1", retired::proof, "retired-key")),
                "with a ledger key that was rotated out");
        // The checkpoints that follow cover the forged record too; then nothing changes any more.
        awaitTrue("SELECT count(*) = 0 FROM views.tenants t JOIN views.checkpoints c USING (tenant)"
                + " WHERE c.size < t.next_index");
        projector.stop();
        verdicts.cleanRun("the running system", verify());
        for (OnTheViews attempt : OnTheViews.all()) {
            progress.say("trying: " + attempt.name());
            verdicts.mustBeNoticed(attempt.name(), List.of(tryOut(attempt)), attempt.how());
        }
        verdicts.cleanRun("the running system, when all is put back", verify());
        progress.say("trying: edit the position");
        verdicts.mustBeNoticed("edit the position", List.of(movePosition()), "beyond the log; the projector must halt");
    }

    private String tryOut(OnTheViews attempt) throws Exception {
        String table = attempt.table();
        execute("CREATE TABLE public.saved AS TABLE views." + table);
        execute(attempt.sql());
        int code = verify();
        execute("DELETE FROM views." + table);
        execute("INSERT INTO views." + table + " TABLE public.saved");
        execute("DROP TABLE public.saved");
        return code == 0 ? "" : Integer.toString(code);
    }

    private int verify() throws Exception {
        String url = stack.local().postgres().jdbcUrl("query");
        return auditor.verifyLive(
                List.of(
                        "--kafka",
                        stack.local().kafka().bootstrapServers(),
                        "--views",
                        url.contains("?") ? url.substring(0, url.indexOf('?')) : url,
                        "--views-user",
                        "query"),
                Map.of("PGPASSWORD", stack.local().postgres().passwordOf("query")));
    }

    /** A word for the alert, if there is one, no row, and a record in quarantine for that reason. */
    private String forge(String tenant, UnaryOperator<byte[]> proof, String reason) throws Exception {
        byte[] key = tenant.getBytes(StandardCharsets.UTF_8);
        byte[] value = (FORGERY.formatted(tenant)).getBytes(StandardCharsets.UTF_8);
        int partition = (int) number("SELECT partition FROM views.tenants WHERE tenant = '" + tenant + "'");
        var record = new ProducerRecord<>("access-ledger", partition, key, value);
        record.headers().add(CloudEventAttributes.MAC_HEADER, proof.apply(value));
        Map<String, Object> configuration =
                Map.of("bootstrap.servers", stack.local().kafka().bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(configuration, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(record).get();
        }
        String ofTenant = " AND tenant = '" + tenant + "'";
        awaitTrue("SELECT count(*) = 1 FROM views.alerts WHERE rule = 'forged-record'" + ofTenant);
        boolean refused =
                number("SELECT count(*) FROM views.quarantine WHERE reason = '" + reason + "'" + ofTenant) == 1;
        boolean shown = number("SELECT count(*) FROM views.entries WHERE publisher = 'forger'") > 0;
        return refused && !shown ? "alert" : "";
    }

    private String movePosition() throws Exception {
        execute("UPDATE views.positions SET next_offset = next_offset + 5, entries = entries + 5");
        try {
            projector.start();
        } catch (RuntimeException neverReady) {
            // That is the point.
        }
        Instant limit = Instant.now().plus(LIMIT);
        while (projector.isRunning() && Instant.now().isBefore(limit)) {
            Thread.sleep(200);
        }
        return projector.exitCode().orElse(0) == 70 ? "halt" : "";
    }

    private void awaitTrue(String sql) throws Exception {
        Instant limit = Instant.now().plus(LIMIT);
        while (number("SELECT CASE WHEN (" + sql + ") THEN 1 ELSE 0 END") == 0) {
            if (Instant.now().isAfter(limit)) {
                throw new IllegalStateException("it never came to that: " + sql);
            }
            Thread.sleep(200);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = stack.local().postgres().connect("postgres");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = stack.local().postgres().connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
