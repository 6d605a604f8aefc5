package io.seenby.access.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.access.Client;
import io.seenby.access.LedgerReader;
import io.seenby.access.Reports;
import io.seenby.access.Stack;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The service as it is unless somebody asks for traces. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class TracesOffTest {

    private static final String TENANT = "untraced";
    private static final String SAMPLED = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Inject
    Traces traces;

    @BeforeAll
    static void open() {
        Client.openTenant(TENANT);
    }

    @Test
    void aSampledTraceLeavesNoHeader() {
        HttpResponse<String> response = Client.publisher(TENANT)
                .post(
                        "/v1/events",
                        "application/json",
                        Reports.read(Reports.newId(), "client-1"),
                        Traceparent.HEADER,
                        SAMPLED);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        long offset = Client.json(response.body()).get("offset").longValue();
        assertThat(LedgerReader.records(TENANT))
                .filteredOn(each -> each.offset() == offset)
                .hasSize(1)
                .allSatisfy(each ->
                        assertThat(each.headers().headers(Traceparent.HEADER)).isEmpty());
    }

    @Test
    void nothingIsFollowed() {
        assertThat(traces.of(name -> SAMPLED)).isSameAs(Trace.NONE);
    }
}
