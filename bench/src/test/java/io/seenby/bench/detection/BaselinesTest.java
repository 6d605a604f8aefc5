package io.seenby.bench.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselinesTest {
    @TempDir
    private Path folder;

    private final List<String> reports = new ArrayList<>();
    private final List<Truth.Line> truth = new ArrayList<>();

    @Test
    void flagsOncePerDayWhoLooksWithoutARelationshipThatNamesThem() throws IOException {
        given("""
                {"type":"seenby.relationship-established.v1","occurredAt":"2026-03-02T07:00:00Z","relationship":"r",\
                "members":[{"id":"ann"}],"clients":[{"id":"smith"}]}""");
        looks("2026-03-02T08:00:00Z", "ann", "smith", false);
        looks("2026-03-02T08:00:00Z", "bob", "smith", true);
        looks("2026-03-02T09:00:00Z", "bob", "smith", true);
        looks("2026-03-03T09:00:00Z", "bob", "smith", false);

        assertThat(result().untied()).isEqualTo(new Baselines.Flagged(2, 1, 2));
        assertThat(result().accesses()).isEqualTo(4);
    }

    @Test
    void aTeamIsNoDirectRelationshipAndATieHoldsFromItsBeginningToItsEnd() throws IOException {
        given("""
                {"type":"seenby.relationship-established.v2","occurredAt":"2026-03-02T07:00:00Z","relationship":"r",\
                "teams":["all"],"members":[{"id":"ann"}],"clients":[{"id":"smith"}],\
                "from":"2026-03-02T06:00:00Z","until":"2026-03-05T00:00:00Z"}""");
        looks("2026-03-02T06:30:00Z", "ann", "smith", false);
        looks("2026-03-02T05:30:00Z", "ann", "smith", false);
        looks("2026-03-02T08:00:00Z", "bob", "smith", false);
        given(
                "{\"type\":\"seenby.relationship-ended.v1\",\"occurredAt\":\"2026-03-03T07:00:00Z\",\"relationship\":\"r\"}");
        looks("2026-03-03T06:59:00Z", "ann", "smith", false);
        looks("2026-03-03T07:00:00Z", "ann", "smith", false);
        looks("2026-03-06T00:00:00Z", "ann", "smith", false);

        assertThat(result().untied().alerts()).isEqualTo(4);
    }

    @Test
    void flagsTheDaysOfMuchMoreThanIsUsual() throws IOException {
        for (int actor = 0; actor < 30; actor++) {
            looks("2026-03-02T08:00:00Z", "actor-" + actor, "smith", actor == 0);
        }
        for (int i = 0; i < 100; i++) {
            looks("2026-03-02T09:00:00Z", "bulk", "smith", i < 3);
        }

        assertThat(result().busy()).isEqualTo(new Baselines.Flagged(1, 1, 3));
    }

    private void given(String report) {
        reports.add(report);
    }

    private void looks(String at, String actor, String client, boolean violation) {
        String eventId = "e" + reports.size();
        reports.add("""
                {"type":"seenby.record-read.v1","eventId":"%s","occurredAt":"%s","actor":{"id":"%s"},\
                "clients":[{"id":"%s"}]}""".formatted(eventId, at, actor, client));
        truth.add(new Truth.Line(eventId, "k", actor, client, violation, ""));
    }

    private Baselines.Result result() throws IOException {
        return Baselines.of(Files.write(folder.resolve("reports.ndjson"), reports), Truth.of(truth));
    }
}
