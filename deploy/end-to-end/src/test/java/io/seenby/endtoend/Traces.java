package io.seenby.endtoend;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.postgresql.PGConnection;

/** Everything that the system leaves behind, piece by piece, as somebody would find it who has the disks. */
final class Traces {

    /** One piece, with the name of where it lies. */
    interface Reader {
        void piece(String where, byte[] bytes) throws IOException;
    }

    private final RunningSystem system;

    Traces(RunningSystem system) {
        this.system = system;
    }

    /** Key, headers and value of each record of every topic, Kafka's own too, decompressed. */
    void records(Reader reader) throws Exception {
        Map<String, Object> configuration =
                Map.of("bootstrap.servers", system.stack.kafka().bootstrapServers(), "enable.auto.commit", "false");
        try (var admin = Admin.create(configuration);
                var consumer = new KafkaConsumer<>(
                        new HashMap<>(configuration), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
            List<TopicPartition> partitions = admin.describeTopics(names).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream()
                            .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    reader.piece(record.topic(), joined(record));
                }
            }
        }
    }

    private static byte[] joined(ConsumerRecord<byte[], byte[]> record) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Optional.ofNullable(record.key()).ifPresent(all::writeBytes);
        for (Header header : record.headers()) {
            all.write(' ');
            all.writeBytes(header.key().getBytes(StandardCharsets.UTF_8));
            all.write('=');
            Optional.ofNullable(header.value()).ifPresent(all::writeBytes);
        }
        all.write(' ');
        Optional.ofNullable(record.value()).ifPresent(all::writeBytes);
        return all.toByteArray();
    }

    /** Each row of every table of every schema, the database's own with its statistics too, and what it is being asked. */
    void rows(Reader reader) throws SQLException, IOException {
        try (var connection = system.stack.postgres().connect("postgres")) {
            for (String table : tables(connection)) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy (select * from " + table + ") to stdout", lines(table, reader));
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>(List.of("pg_stat_activity"));
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select quote_ident(nspname) || '.' || quote_ident(relname)
                        from pg_class join pg_namespace on pg_namespace.oid = relnamespace
                        where relkind in ('r', 'm', 'S') order by 1
                        """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    /** The driver writes a row at a time. */
    private static OutputStream lines(String table, Reader reader) {
        return new FilterOutputStream(OutputStream.nullOutputStream()) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                reader.piece(table, Arrays.copyOfRange(bytes, from, from + length));
            }
        };
    }

    /** Logs, segments, tables, the write-ahead log, keysets and what else lies there; but not the programs that run. */
    List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(system.stack.settings().state())) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".jar"))
                    .toList();
        }
    }

    /** What both services tell anybody. */
    String metrics() throws IOException, InterruptedException {
        return system.get(system.access.url() + "/q/metrics")
                + system.get(system.audit.url() + "/q/metrics")
                + system.get(system.access.url() + "/q/health")
                + system.get(system.audit.url() + "/q/health");
    }
}
