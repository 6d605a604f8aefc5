package io.seenby.bench.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the truth says was too much, at night, forgotten or in the open is so in the reports. */
class PlantedExcessTest {
    private static Ledger corpus = new Ledger(List.of(), Map.of());

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        var wish = new OrganisationCorpus.Wish(Kind.LAW_FIRM, 8_000, 13, Ledger.START, 7, 1_200);
        corpus = Ledger.written(wish, folder);
    }

    @ParameterizedTest
    @CsvSource({
        "unusual-volume, record-read, 75, 75",
        "denial-burst, access-denied, 12, 17",
        "name-probing, clients-searched, 7, 13",
        "search-exposure, clients-searched, 4, 4"
    })
    void anEpisodeIsOneActorsAndTakesSoMany(String kind, String type, int least, int most) {
        Map<String, List<Integer>> episodes = corpus.ofKind(kind).stream()
                .collect(Collectors.groupingBy(
                        place -> corpus.truth().get(place).get("episode").textValue()));

        assertThat(episodes).isNotEmpty();
        assertThat(episodes.values()).allSatisfy(places -> {
            assertThat(places).hasSizeBetween(least, most);
            assertThat(places)
                    .allMatch(place ->
                            corpus.report(place).get("type").textValue().startsWith("seenby." + type));
            assertThat(places.stream().map(corpus::actor).distinct()).hasSize(1);
        });
    }

    @Test
    void whoIsDormantWasSeenTwoMonthsBeforeAndNotSince() {
        assertThat(corpus.ofKind("dormant-account"))
                .isNotEmpty()
                .allMatch(place -> corpus.before(place, "record-")
                        .filter(look -> look.get("actor").get("id").textValue().equals(corpus.actor(place)))
                        .map(PlantedExcessTest::moment)
                        .allMatch(seen -> seen.isBefore(Ledger.START.minusSeconds(59 * 86_400L))));
    }

    @Test
    void nobodyIsThereAtNight() {
        assertThat(corpus.ofKind("off-hours"))
                .isNotEmpty()
                .allMatch(place -> corpus.moment(place).toString().matches(".*T0[12]:.*"));
    }

    @Test
    void whatGoesOutIsAsTheKindSays() {
        assertThat(corpus.ofKind("public-release"))
                .isNotEmpty()
                .allMatch(
                        place -> corpus.report(place).get("channel").textValue().endsWith("media"));
        assertThat(corpus.ofKind("unsecured-channel"))
                .isNotEmpty()
                .allMatch(place -> !corpus.report(place).get("secured").booleanValue()
                        && corpus.report(place).get("record").has("labels"));
        assertThat(corpus.ofKind("weak-assurance"))
                .isNotEmpty()
                .allMatch(place ->
                        corpus.report(place).get("assurance").textValue().equals("aal1")
                                && corpus.report(place).get("record").has("labels"));
        assertThat(corpus.ofKind("bulk-export"))
                .isNotEmpty()
                .allMatch(place -> corpus.report(place).get("records").intValue() >= 150);
    }

    private static Instant moment(JsonNode report) {
        return Instant.parse(report.get("occurredAt").textValue());
    }
}
