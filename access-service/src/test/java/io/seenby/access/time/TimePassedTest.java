package io.seenby.access.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.seenby.access.Client;
import io.seenby.access.LedgerReader;
import io.seenby.access.Reports;
import io.seenby.access.Stack;
import io.seenby.events.EventType;
import io.seenby.events.LedgerEntry;
import io.seenby.events.LedgerEvent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A publisher promises, counts, and is not heard any more. */
@QuarkusTest
@QuarkusTestResource(Stack.class)
class TimePassedTest {

    @Inject
    TimeKeeper keeper;

    private static List<LedgerEntry> told(String tenant) {
        return LedgerReader.entries(tenant).stream()
                .filter(entry -> entry.type() == EventType.TIME_PASSED)
                .toList();
    }

    private static String heartbeat() {
        return """
                {"type":"seenby.publisher-heartbeat.v1","eventId":"%s","occurredAt":"2026-01-05T09:00:00Z",\
                "instance":"ehr-2","sequence":7,"highestSequence":7,"heardWithin":60}""".formatted(Reports.newId());
    }

    private void lookIn(Duration time) {
        keeper.look(Instant.now().plus(time)).join();
    }

    @Test
    void aHeartbeatIsAReportLikeAnyOther() {
        Client.openTenant("heartbeats");
        assertThat(Client.publisher("heartbeats").event(heartbeat()).statusCode())
                .isEqualTo(201);

        LedgerEntry entry = LedgerReader.entries("heartbeats").get(2);
        assertThat(entry.instance()).isEqualTo("ehr-2");
        assertThat(entry.sequence()).hasValue(7);
        assertThat(entry.event())
                .isEqualTo(new LedgerEvent.PublisherHeartbeat(OptionalLong.of(7), Optional.of(Duration.ofMinutes(1))));
    }

    @Test
    void timeIsToldOnceWhenAPromiseIsBroken() {
        Client.openTenant("silent-firm");
        Client.publisher("silent-firm").event(heartbeat());

        lookIn(Duration.ofSeconds(100));
        assertThat(told("silent-firm")).isEmpty();

        lookIn(Duration.ofSeconds(140));
        lookIn(Duration.ofSeconds(145));
        lookIn(Duration.ofHours(2));
        assertThat(told("silent-firm"))
                .hasSize(1)
                .first()
                .satisfies(entry -> assertThat(entry.publisher().value()).isEqualTo("seenby"));
        LedgerReader.records("silent-firm").forEach(LedgerReader::verifyMac);
    }

    @Test
    void timeIsToldWhenANumberIsMissingAlsoInABatch() {
        Client.openTenant("gappy-firm");
        String report = Reports.read("%s", "client-1").replace("\"actor\"", "\"sequence\":%d,\"actor\"");
        List<?> results =
                Client.publisher("gappy-firm").lines(report.formatted("a", 1) + "\n" + report.formatted("b", 3));
        assertThat(results).hasSizeGreaterThanOrEqualTo(2);

        lookIn(Duration.ofMinutes(6));
        assertThat(told("gappy-firm")).hasSize(1);
    }

    @Test
    void timeIsToldOnceWhenAReviewIsOverdue() {
        Client.openTenant("broken-glass");
        String report = Reports.read(Reports.newId(), "client-1").replace("\"actor\"", "\"breakGlass\":true,\"actor\"");
        assertThat(Client.publisher("broken-glass").event(report).statusCode()).isEqualTo(201);

        lookIn(Duration.ofHours(72));
        assertThat(told("broken-glass")).isEmpty();

        lookIn(Duration.ofHours(72).plusMinutes(2));
        lookIn(Duration.ofHours(72).plusMinutes(4));
        assertThat(told("broken-glass")).hasSize(1);
    }

    @Test
    void whereNothingIsOpenNothingIsTold() {
        Client.openTenant("quiet-firm");
        Client.publisher("quiet-firm").event(Reports.read(Reports.newId(), "client-1"));

        lookIn(Duration.ofHours(20));
        assertThat(told("quiet-firm")).isEmpty();
    }
}
