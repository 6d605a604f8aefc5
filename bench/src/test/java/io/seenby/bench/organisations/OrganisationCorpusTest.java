package io.seenby.bench.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.seenby.events.EventType;
import io.seenby.events.json.MalformedJson;
import io.seenby.events.json.StrictJson;
import io.seenby.events.shape.ReportShapes;
import io.seenby.events.shape.Validator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrganisationCorpusTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyReportIsOneThatTheServiceWouldRecord(Kind kind) throws IOException {
        OrganisationCorpus.write(Ledger.wish(kind, 3_000, 7), folder.resolve("r"), folder.resolve("t"));

        try (Stream<String> lines = Files.lines(folder.resolve("r"))) {
            lines.forEach(line -> {
                JsonNode report = strict(line);
                var type = EventType.ofWire(report.get("type").textValue());
                assertThat(Validator.violations(ReportShapes.of(type), report))
                        .as(line)
                        .isEmpty();
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void thereAreAsManyAccessesAsWishedForAndAsManyViolations(Kind kind) throws IOException {
        var written = OrganisationCorpus.write(
                new OrganisationCorpus.Wish(kind, 60_000, 3, Ledger.START, 7, 80),
                folder.resolve("r"),
                folder.resolve("t"));
        Ledger corpus = Ledger.read(folder.resolve("r"), folder.resolve("t"));

        long accesses = corpus.reports().stream()
                .filter(report -> EventType.ofWire(report.get("type").textValue())
                        .action()
                        .isPresent())
                .count();
        long violations = corpus.truth().values().stream()
                .filter(label -> label.get("violation").booleanValue())
                .map(label -> label.path("episode").asText(label.get("eventId").textValue()))
                .distinct()
                .count();
        long right = corpus.truth().values().stream()
                .filter(label -> !label.get("violation").booleanValue())
                .count();
        assertThat(accesses).isEqualTo(60_000);
        assertThat(written.reports()).isEqualTo(corpus.reports().size());
        assertThat(violations).isEqualTo(written.violations());
        assertThat(violations * 100_000.0 / accesses).as("in 100,000").isBetween(80.0, 90.0);
        assertThat(right).as("what is right and looks wrong").isBetween(accesses / 250, accesses / 80);
    }

    @Test
    void sameSeedGivesSameBytesAndAnotherSeedOthers() throws IOException {
        for (String name : new String[] {"one", "same", "other"}) {
            OrganisationCorpus.write(
                    Ledger.wish(Kind.BANK, 2_000, name.equals("other") ? 2 : 1),
                    folder.resolve(name),
                    folder.resolve(name + "-truth"));
        }

        assertThat(folder.resolve("same")).hasSameBinaryContentAs(folder.resolve("one"));
        assertThat(folder.resolve("same-truth")).hasSameBinaryContentAs(folder.resolve("one-truth"));
        assertThat(Files.readAllBytes(folder.resolve("other"))).isNotEqualTo(Files.readAllBytes(folder.resolve("one")));
    }

    @Test
    void nightsAndWeekendsAreQuieter() throws IOException {
        Ledger corpus = Ledger.written(Ledger.wish(Kind.HOSPITAL, 20_000, 5), folder);
        Map<Integer, Integer> hours = new HashMap<>();
        Map<Integer, Integer> days = new HashMap<>();
        for (JsonNode report : corpus.reports()) {
            Instant at = Instant.parse(report.get("occurredAt").textValue());
            if (!at.isBefore(Ledger.START)) {
                hours.merge((int) (at.getEpochSecond() / 3_600 % 24), 1, Integer::sum);
                days.merge((int) Duration.between(Ledger.START, at).toDays(), 1, Integer::sum);
            }
        }

        assertThat(hours.get(10)).isGreaterThan(3 * hours.get(3));
        assertThat(days).hasSize(7);
        assertThat(days.get(5)).as("Saturday").isLessThan(days.get(1) * 8 / 10);
    }

    @Test
    void anOfficeIsClosedAtNight() throws IOException {
        Ledger corpus = Ledger.written(Ledger.wish(Kind.LAW_FIRM, 5_000, 5), folder);

        assertThat(corpus.reports().stream()
                        .filter(report -> report.get("type").textValue().contains("record-read"))
                        .filter(report -> report.get("occurredAt").textValue().contains("T03:"))
                        .count())
                .isLessThan(5);
    }

    @Test
    void reportsAreInTheOrderInWhichTheyHappenExceptWhatIsEnteredLate() throws IOException {
        Ledger corpus = Ledger.written(Ledger.wish(Kind.CONSULTANCY, 5_000, 5), folder);
        Instant last = Instant.MIN;
        var ids = new HashSet<String>();
        for (JsonNode report : corpus.reports()) {
            assertThat(ids.add(report.get("eventId").textValue())).isTrue();
            Instant at = Instant.parse(report.get("occurredAt").textValue());
            if (at.isBefore(last)) {
                assertThat(at.isBefore(Ledger.START)
                                || report.get("type").textValue().contains("actor-"))
                        .isTrue();
            } else {
                last = at;
            }
        }
        assertThat(last).isBefore(Ledger.START.plus(Ledger.span()));
    }

    @Test
    void whatCannotBeWishedForIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Ledger.wish(Kind.BANK, 999, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrganisationCorpus.Wish(Kind.BANK, 5_000, 1, Ledger.START.plusSeconds(1), 7, 45));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrganisationCorpus.write(
                        new OrganisationCorpus.Wish(Kind.HOSPITAL, 1_000, 1, Ledger.START, 7, 90_000),
                        folder.resolve("r"),
                        folder.resolve("t")));
    }

    @Test
    void nothingOfTheRulesIsUsed() throws IOException {
        Path sources = Path.of(System.getProperty("seenby.root"), "bench/src/main/java/io/seenby/bench/organisations");
        try (Stream<Path> files = Files.list(sources)) {
            assertThat(files.toList())
                    .hasSizeGreaterThan(5)
                    .allSatisfy(file -> assertThat(file)
                            .content(StandardCharsets.UTF_8)
                            .doesNotContain("import io.seenby.core", "import io.seenby.audit"));
        }
    }

    private static JsonNode strict(String line) {
        try {
            return StrictJson.read(line.getBytes(StandardCharsets.UTF_8));
        } catch (MalformedJson malformed) {
            throw new AssertionError(malformed);
        }
    }
}
