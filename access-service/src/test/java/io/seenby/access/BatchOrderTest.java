package io.seenby.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Stack.class)
class BatchOrderTest {

    private static final String TENANT = "batch-order";

    private final Client publisher = Client.publisher(TENANT);

    @BeforeAll
    static void open() {
        Client.openTenant(TENANT);
    }

    /** New clients make a part of the batch wait for their keys, which the parts after it need not. */
    @Test
    void aBatchStandsOnTheLedgerInTheOrderOfItsItems() {
        publisher.event(Reports.read(Reports.newId(), "known"));
        List<String> ids =
                IntStream.range(0, 2_000).mapToObj(i -> Reports.newId()).toList();
        publisher.lines(IntStream.range(0, ids.size())
                .mapToObj(i -> Reports.read(ids.get(i), i / 64 % 4 == 0 ? "new-" + i : "known"))
                .collect(Collectors.joining("\n")));
        assertThat(LedgerReader.entries(TENANT))
                .extracting(entry -> entry.eventId().value())
                .containsSubsequence(ids);
    }
}
