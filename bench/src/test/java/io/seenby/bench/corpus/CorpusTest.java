package io.seenby.bench.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.events.EventType;
import io.seenby.events.json.MalformedJson;
import io.seenby.events.json.StrictJson;
import io.seenby.events.shape.ReportShapes;
import io.seenby.events.shape.Validator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CorpusTest {
    private static final Instant BASE = Instant.parse("2026-03-02T08:00:00Z");
    private static final Organisation ORGANISATION = new Organisation(5_000, 300);

    @Test
    void everyReportIsOneThatTheServiceWouldRecord() {
        reports(7, 10_000).forEach(CorpusTest::assertValid);
    }

    @Test
    void everyFactIsOneThatTheServiceWouldRecord() {
        var facts = new Corpus(7, ORGANISATION, BASE).facts();

        assertThat(facts).hasSizeGreaterThan(ORGANISATION.teams());
        facts.forEach(CorpusTest::assertValid);
    }

    @Test
    void smallOrganisationsAreValidToo() {
        var small = new Corpus(7, new Organisation(1, 1), BASE);

        small.facts().forEach(CorpusTest::assertValid);
        Stream.generate(small::next).limit(500).forEach(CorpusTest::assertValid);
    }

    @Test
    void nothingPermitsABreach() throws MalformedJson {
        var consenting = new HashSet<String>();
        for (ReportLine fact : new Corpus(7, Organisation.DIVISION, BASE).facts()) {
            var report = read(fact);
            if (typeOf(report) == EventType.CONSENT_GRANTED) {
                report.get("clients")
                        .forEach(client -> consenting.add(client.get("id").textValue()));
            }
        }
        assertThat(consenting).isNotEmpty();
        for (int number = 0; number < 2_000; number++) {
            var breach = Disclosure.breach(Organisation.DIVISION, number, BASE);
            var report = StrictJson.read(breach.json());

            assertValid(breach);
            assertThat(report.has("legalBasis") || report.has("consent")).isFalse();
            assertThat(report.get("clients"))
                    .allMatch(client -> !consenting.contains(client.get("id").textValue()));
        }
    }

    @Test
    void reportsHaveTheSizeThatTheFiguresAreQuotedFor() {
        double mean = reports(7, 10_000)
                .mapToInt(line -> line.json().length)
                .average()
                .orElseThrow();

        assertThat(mean).isBetween(390.0, 450.0);
    }

    @Test
    void allKindsOfAccessAndDisclosuresOccur() {
        var types = EnumSet.noneOf(EventType.class);
        reports(7, 5_000).map(CorpusTest::read).forEach(report -> types.add(typeOf(report)));

        assertThat(types)
                .containsExactlyInAnyOrderElementsOf(Stream.of(EventType.values())
                        .filter(type -> type.family() == EventType.Family.ACCESS
                                || type.family() == EventType.Family.DISCLOSURE)
                        .toList());
    }

    @Test
    void sameSeedGivesSameBytesAndAnotherSeedOthers() {
        assertThat(text(reports(7, 100))).isEqualTo(text(reports(7, 100)));
        assertThat(text(reports(8, 100))).isNotEqualTo(text(reports(7, 100)));
    }

    @Test
    void aBatchSentAgainHasNewIdentitiesAndNothingElseChanges() {
        var batch = new Corpus(7, ORGANISATION, BASE).nextBatch(50);
        var first = linesOf(batch, 1_000);
        var second = linesOf(batch, 999_999_999_950L);

        assertThat(idsOf(first))
                .containsExactlyElementsOf(IntStream.range(1_000, 1_050)
                        .mapToObj(number -> "event-%012d".formatted(number))
                        .toList());
        assertThat(new HashSet<>(idsOf(second))).hasSize(50).doesNotContainAnyElementsOf(idsOf(first));
        assertThat(withoutIds(second)).isEqualTo(withoutIds(first));
        second.forEach(line -> assertValid(new ReportLine(line.getBytes(StandardCharsets.UTF_8), 0)));
    }

    private static Stream<ReportLine> reports(long seed, int count) {
        var corpus = new Corpus(seed, ORGANISATION, BASE);
        return Stream.generate(corpus::next).limit(count);
    }

    private static List<String> text(Stream<ReportLine> lines) {
        return lines.map(line -> new String(line.json(), StandardCharsets.UTF_8))
                .toList();
    }

    private static List<String> linesOf(Batch batch, long first) {
        return StandardCharsets.UTF_8
                .decode(batch.numberedFrom(first))
                .toString()
                .lines()
                .toList();
    }

    private static List<String> idsOf(List<String> lines) {
        return lines.stream()
                .map(line -> read(new ReportLine(line.getBytes(StandardCharsets.UTF_8), 0))
                        .get("eventId")
                        .textValue())
                .toList();
    }

    private static List<String> withoutIds(List<String> lines) {
        return lines.stream()
                .map(line -> line.replaceFirst("\"eventId\":\"[^\"]*\"", ""))
                .toList();
    }

    private static void assertValid(ReportLine line) {
        var report = read(line);
        assertThat(Validator.violations(ReportShapes.of(typeOf(report)), report))
                .as(() -> new String(line.json(), StandardCharsets.UTF_8))
                .isEmpty();
    }

    private static EventType typeOf(JsonNode report) {
        return EventType.ofWire(report.get("type").textValue());
    }

    private static JsonNode read(ReportLine line) {
        try {
            return StrictJson.read(line.json());
        } catch (MalformedJson malformed) {
            throw new AssertionError(malformed);
        }
    }
}
