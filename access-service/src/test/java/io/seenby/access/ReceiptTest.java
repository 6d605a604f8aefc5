package io.seenby.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.core.ledger.Statement;
import io.seenby.core.ledger.TreeHasher;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a publisher holds in its hands after it has reported. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class ReceiptTest {

    private static final String TENANT = "receipts";
    private static final String BAD = "{\"type\":\"seenby.record-read.v1\"}";

    private final Client publisher = Client.publisher(TENANT);
    private final ReceiptCheck receipts = ReceiptCheck.withThePublishedKey();

    @BeforeAll
    static void open() {
        Client.openTenant(TENANT);
    }

    private static String report() {
        return Reports.read(Reports.newId(), "client-1");
    }

    private JsonNode single(String report) {
        HttpResponse<String> response = publisher.event(report);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return Client.json(response.body());
    }

    /** The ledger's own bytes against what was said of them. */
    private static void assertOnTopic(List<JsonNode> recorded) {
        Map<Long, ConsumerRecord<byte[], byte[]>> byOffset = LedgerReader.records(TENANT).stream()
                .collect(Collectors.toMap(ConsumerRecord::offset, Function.identity()));
        for (JsonNode each : recorded) {
            ConsumerRecord<byte[], byte[]> record =
                    byOffset.get(each.get("offset").longValue());
            assertThat(record.partition()).isEqualTo(each.get("partition").intValue());
            assertThat(new TreeHasher().leaf(record.value()).base64())
                    .isEqualTo(each.get("leafHash").textValue());
            assertThat(LedgerReader.entry(record).recordedAt())
                    .isEqualTo(each.get("recordedAt").textValue());
        }
    }

    @Test
    void singleEventsReceiptStatesWhereItStandsAndWhatIsWrittenThere() {
        JsonNode answer = single(report());
        receipts.checkSingle(answer);
        assertOnTopic(List.of(answer));
    }

    @Test
    void eventsOfManyAtOnceEachHaveAReceiptOfTheirOwn() throws Exception {
        List<Callable<JsonNode>> senders = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            senders.add(() -> single(report()));
        }
        List<JsonNode> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<JsonNode> sent : threads.invokeAll(senders)) {
                answers.add(sent.get());
            }
        }
        Set<Long> offsets = new HashSet<>();
        for (JsonNode answer : answers) {
            receipts.checkSingle(answer);
            offsets.add(answer.get("offset").longValue());
        }
        assertThat(offsets).hasSize(200);
        assertOnTopic(answers);
    }

    @Test
    void receiptOverAnArrayStandsBehindItsResults() {
        HttpResponse<String> response = publisher.event("[" + report() + "," + BAD + "," + report() + "]");
        List<JsonNode> answer = new ArrayList<>();
        Client.json(response.body()).forEach(answer::add);
        assertThat(answer).hasSize(4);
        assertThat(answer.get(1).has("leafHash")).isFalse();
        receipts.checkBatch(TENANT, answer.subList(0, 3), answer.get(3));
    }

    @Test
    void receiptOverTenThousandLinesIsThatOfTheirRoot() {
        String batch = IntStream.range(0, 10_000)
                .mapToObj(i -> i % 1_000 == 77 ? BAD : Reports.read(Reports.newId(), "client-" + i % 97))
                .collect(Collectors.joining("\n"));
        List<JsonNode> answer = publisher.batch(batch);
        List<JsonNode> results = answer.subList(0, 10_000);
        assertThat(answer).hasSize(10_001);
        assertThat(answer.get(10_000).get("recorded").intValue()).isEqualTo(9_990);
        receipts.checkBatch(TENANT, results, answer.get(10_000));
        assertOnTopic(results.stream().filter(each -> each.has("leafHash")).toList());
    }

    @Test
    void nothingRecordedHasNoReceipt() {
        assertThat(publisher.batch(BAD + "\n" + BAD)).hasSize(2).allMatch(line -> line.has("index"));
        assertThat(publisher.batch("\n")).isEmpty();
        assertThat(Client.json(publisher.event("[" + BAD + "]").body())).hasSize(1);
        assertThat(publisher.event(BAD).body()).doesNotContain("receipt");
    }

    @Test
    void whatIsSentTwiceStandsTwiceAndHasTwoReceipts() {
        String report = report();
        JsonNode first = single(report);
        JsonNode second = single(report);
        receipts.checkSingle(first);
        receipts.checkSingle(second);
        assertThat(first.get("offset")).isNotEqualTo(second.get("offset"));
        List<JsonNode> both = publisher.batch(report + "\n" + report);
        receipts.checkBatch(TENANT, both.subList(0, 2), both.get(2));
        assertOnTopic(List.of(first, second, both.get(0), both.get(1)));
    }

    @Test
    void receiptThatWasTamperedWithIsRefused() {
        JsonNode answer = single(report());
        String receipt = answer.get("receipt").textValue();
        Statement stated = Statement.parse(receipts.statement(receipt));
        Statement moved = new Statement(
                stated.tenant(), stated.partition(), stated.offset() + 1, stated.leaf(), stated.recordedAt());
        String forged = receipt.replace(base64(stated), base64(moved));
        assertThat(forged).isNotEqualTo(receipt);
        assertThatThrownBy(() -> receipts.statement(forged))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("place in the signed tree");
        String elsewhere = single(report()).get("receipt").textValue();
        String otherNote =
                receipt.substring(0, receipt.indexOf("\n\n")) + elsewhere.substring(elsewhere.indexOf("\n\n"));
        assertThatThrownBy(() -> receipts.statement(otherNote)).isInstanceOf(AssertionError.class);
    }

    private static String base64(Statement statement) {
        return Base64.getEncoder().encodeToString(statement.bytes());
    }

    @Test
    void whatIsSignedIsCounted() {
        single(report());
        assertThat(publisher.get("/q/metrics").body())
                .containsPattern("seenby_receipts_signing_seconds_count [1-9]")
                .containsPattern("seenby_receipts_group_count [1-9]")
                .contains("seenby_receipts_failed_total 0.0");
    }
}
