package io.seenby.access.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.access.Client;
import io.seenby.access.LedgerReader;
import io.seenby.access.Reports;
import io.seenby.access.Stack;
import io.seenby.events.LedgerEntry;
import io.seenby.local.LocalStack;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What publishers send by Kafka, on a real broker. Each test is a publisher of its own. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class KafkaDoorTest {

    private static final String TENANT = "by-kafka";
    private static final List<String> PUBLISHERS =
            List.of("valid", "faulty", "suspended", "again", "stranger", "paced", "waiting", "neighbour");
    private static final Map<String, Object> BROKER =
            Map.of("bootstrap.servers", LocalStack.shared().kafka().bootstrapServers());

    private static HybridEncrypt seal;

    @BeforeAll
    static void openTheDoor() throws Exception {
        Client.openTenant(TENANT);
        HybridConfig.register();
        seal = TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(
                        Client.withoutToken().get("/v1/intake/key").body())
                .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class);
        create(Stream.concat(
                PUBLISHERS.stream().flatMap(publisher -> Stream.of(topic(publisher), rejected(publisher))),
                Stream.of(topic("untold"))));
    }

    private static void create(Stream<String> topics) throws Exception {
        try (Admin admin = Admin.create(BROKER)) {
            admin.createTopics(
                            topics.map(name -> new NewTopic(name, 1, (short) 1)).toList())
                    .all()
                    .get();
        }
    }

    private static String topic(String publisher) {
        return "intake." + TENANT + "." + publisher;
    }

    private static String rejected(String publisher) {
        return "rejected." + TENANT + "." + publisher;
    }

    private static byte[] sealed(String publisher, String report) throws Exception {
        return seal.encrypt(
                report.getBytes(StandardCharsets.UTF_8), topic(publisher).getBytes(StandardCharsets.UTF_8));
    }

    private static void send(String publisher, byte[]... values) throws Exception {
        try (var producer = new KafkaProducer<>(BROKER, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (byte[] value : values) {
                producer.send(new ProducerRecord<>(topic(publisher), value)).get();
            }
        }
    }

    private static List<LedgerEntry> recorded(String publisher) {
        return LedgerReader.entries(TENANT).stream()
                .filter(entry -> entry.publisher().value().equals(publisher))
                .toList();
    }

    private static List<LedgerEntry> awaitRecorded(String publisher, int count) throws Exception {
        for (int i = 0; i < 300 && recorded(publisher).size() < count; i++) {
            Thread.sleep(100);
        }
        return recorded(publisher);
    }

    private static List<String> ids(List<LedgerEntry> entries) {
        return entries.stream().map(entry -> entry.eventId().value()).toList();
    }

    /** Waits for so many. */
    private static List<ConsumerRecord<byte[], byte[]>> awaitRejected(String publisher, int count) {
        try (var consumer = new KafkaConsumer<>(BROKER, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(rejected(publisher), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            for (int i = 0; i < 100 && found.size() < count; i++) {
                consumer.poll(Duration.ofMillis(300)).forEach(found::add);
            }
            return found;
        }
    }

    private static JsonNode problem(ConsumerRecord<byte[], byte[]> rejected) {
        return Client.json(header(rejected, "problem"));
    }

    private static String header(ConsumerRecord<byte[], byte[]> rejected, String name) {
        return new String(
                Objects.requireNonNull(rejected.headers().lastHeader(name)).value(), StandardCharsets.UTF_8);
    }

    private static List<String> types(List<ConsumerRecord<byte[], byte[]>> rejected) {
        return rejected.stream()
                .map(each -> problem(each).path("type").asText().replace("urn:seenby:problem:", ""))
                .toList();
    }

    @Test
    void whatIsSealedToUsIsRecordedInItsOrderUnderTheTopicsName() throws Exception {
        Client.register(TENANT, "valid");
        List<String> ids = Stream.generate(Reports::newId).limit(200).toList();
        byte[][] values = new byte[ids.size()][];
        for (int i = 0; i < values.length; i++) {
            values[i] = sealed("valid", Reports.read(ids.get(i), "client-1"));
        }

        send("valid", values);

        assertThat(ids(awaitRecorded("valid", ids.size()))).isEqualTo(ids);
        assertThat(LedgerReader.records(TENANT)).allSatisfy(LedgerReader::verifyMac);
    }

    @Test
    void whatIsRefusedIsToldWithItsPlaceAndHoldsUpNothing() throws Exception {
        Client.register(TENANT, "faulty");
        String good = Reports.newId();
        byte[] nameless = sealed("faulty", Reports.read("e-1", "client-1").replace("\"kind\":\"workforce\",", ""));
        String report = Reports.read("e-2", "client-2");
        byte[] elsewhere = sealed("faulty", report.substring(0, report.length() - 1) + ",\"tenant\":\"other\"}");
        byte[] plain = Reports.read("e-3", "client-in-clear").getBytes(StandardCharsets.UTF_8);
        byte[] forAnother = sealed("valid", Reports.read("e-4", "client-4"));
        byte[] large = sealed("faulty", Reports.read("e-5", "c".repeat(66_000)));
        byte[] noJson = sealed("faulty", "no JSON");

        send(
                "faulty",
                nameless,
                elsewhere,
                plain,
                forAnother,
                large,
                noJson,
                sealed("faulty", Reports.read(good, "c")));

        assertThat(ids(awaitRecorded("faulty", 1))).containsExactly(good);
        List<ConsumerRecord<byte[], byte[]>> rejected = awaitRejected("faulty", 6);
        assertThat(types(rejected))
                .containsExactly(
                        "invalid-report", "invalid-report", "not-sealed", "not-sealed", "too-large", "malformed");
        assertThat(problem(rejected.get(0)).at("/errors/0/pointer").asText()).isEqualTo("/actor/kind");
        assertThat(problem(rejected.get(1)).at("/errors/0/pointer").asText()).isEqualTo("/tenant");
        assertThat(rejected.get(0).value()).as("as it came, sealed").isEqualTo(nameless);
        assertThat(rejected.get(2).value())
                .as("what may be in clear is not repeated")
                .isEmpty();
        assertThat(rejected)
                .extracting(each -> header(each, "intake-offset"))
                .containsExactly("0", "1", "2", "3", "4", "5");
    }

    @Test
    void whoIsSuspendedOrUnknownIsRejectedUntilThatEnds() throws Exception {
        Client.register(TENANT, "suspended");
        assertThat(Client.administrator(TENANT)
                        .post("/v1/publishers/suspended/suspend", "application/json", "{\"reason\":\"Test.\"}")
                        .statusCode())
                .isEqualTo(200);
        send("suspended", sealed("suspended", Reports.read("s-1", "client-1")));
        send("stranger", sealed("stranger", Reports.read("s-2", "client-1")));

        assertThat(types(awaitRejected("suspended", 1))).containsExactly("suspended-publisher");
        assertThat(types(awaitRejected("stranger", 1))).containsExactly("unregistered-publisher");

        Client.register(TENANT, "suspended");
        send("suspended", sealed("suspended", Reports.read("s-3", "client-1")));
        assertThat(ids(awaitRecorded("suspended", 1))).containsExactly("s-3");
        assertThat(recorded("stranger")).isEmpty();
    }

    @Test
    void whatIsSentAgainIsTheSameIdentityWithTheSameContent() throws Exception {
        Client.register(TENANT, "again");
        String id = Reports.newId();

        send("again", sealed("again", Reports.read(id, "client-1")), sealed("again", Reports.read(id, "client-1")));

        List<LedgerEntry> twice = awaitRecorded("again", 2);
        assertThat(ids(twice)).containsExactly(id, id);
        assertThat(twice.get(0).contentTag()).isEqualTo(twice.get(1).contentTag());
    }

    @Test
    void whatCannotBeToldYetIsToldLaterAndRecordsNothingTwice() throws Exception {
        Client.register(TENANT, "untold");
        send("untold", sealed("untold", Reports.read("u-1", "client-1")), sealed("untold", "{}"));
        awaitRecorded("untold", 1);
        // Longer than it waits for a topic before it says that there is none.
        Thread.sleep(7_000);

        create(Stream.of(rejected("untold")));

        assertThat(types(awaitRejected("untold", 1))).containsExactly("invalid-report");
        assertThat(ids(recorded("untold"))).containsExactly("u-1");
    }

    @Test
    void whoWaitsForItsQuotaLosesNothing() throws Exception {
        register("paced", 50);
        byte[][] values = reads("paced", 150);

        send("paced", values);

        assertThat(awaitRecorded("paced", values.length)).hasSize(values.length);
    }

    @Test
    void whoWaitsForItsQuotaHoldsUpNobody() throws Exception {
        register("waiting", 1);
        Client.register(TENANT, "neighbour");

        send("waiting", reads("waiting", 300));
        send("neighbour", reads("neighbour", 1));

        assertThat(awaitRecorded("neighbour", 1)).hasSize(1);
        assertThat(recorded("waiting")).as("they are paid for first").hasSizeLessThan(300);
    }

    @Test
    void registeringSaysWhichTopicsThereMustBe() {
        JsonNode registered = register("paced", 50);

        assertThat(registered.at("/kafka/reports").asText()).isEqualTo(topic("paced"));
        assertThat(registered.at("/kafka/rejected").asText()).isEqualTo(rejected("paced"));
    }

    private static JsonNode register(String publisher, long perSecond) {
        return Client.json(Client.administrator(TENANT)
                .post(
                        "/v1/publishers",
                        "application/json",
                        Client.registration(publisher, Client.ALL_TYPES, perSecond, 1))
                .body());
    }

    private static byte[][] reads(String publisher, int count) throws Exception {
        byte[][] values = new byte[count][];
        for (int i = 0; i < count; i++) {
            values[i] = sealed(publisher, Reports.read(publisher + "-" + i, "client-1"));
        }
        return values;
    }
}
