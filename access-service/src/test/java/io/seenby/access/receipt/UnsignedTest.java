package io.seenby.access.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.seenby.access.Client;
import io.seenby.access.LedgerReader;
import io.seenby.access.Reports;
import io.seenby.access.Stack;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is recorded while nothing can be signed. */
@QuarkusTest
@TestProfile(UnsignedTest.OnItsOwn.class)
@QuarkusTestResource(Stack.class)
class UnsignedTest {

    private static final String TENANT = "unsigned";

    /** A service of its own, for its signer does not start again. */
    public static class OnItsOwn implements QuarkusTestProfile {}

    @Inject
    ReceiptSigner signer;

    @Test
    void isStillSaidToBeRecordedWithoutAReceiptAndIsCounted() throws InterruptedException {
        Client.openTenant(TENANT);
        Client publisher = Client.publisher(TENANT);
        signer.stop();
        HttpResponse<String> single = publisher.event(Reports.read("single", "client-1"));
        assertThat(single.statusCode()).isEqualTo(201);
        assertThat(Client.json(single.body()).has("receipt")).isFalse();
        assertThat(Client.json(single.body()).has("leafHash")).isTrue();
        List<JsonNode> batch =
                publisher.batch(Reports.read("batch-1", "client-1") + "\n" + Reports.read("batch-2", "client-1"));
        assertThat(batch).hasSize(3);
        assertThat(batch.get(2)).isEqualTo(Client.json("{\"recorded\":2}"));
        assertThat(LedgerReader.entries(TENANT))
                .extracting(entry -> entry.eventId().value())
                .contains("single", "batch-1", "batch-2");
        assertThat(publisher.get("/q/metrics").body()).contains("seenby_receipts_failed_total 2.0");
    }
}
