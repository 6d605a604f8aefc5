package io.seenby.bench.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the truth says of a client whom nothing ties to the actor is so in the reports. */
class PlantedCircumstancesTest {
    private static Ledger corpus = new Ledger(List.of(), Map.of());

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        var wish = new OrganisationCorpus.Wish(Kind.BANK, 8_000, 12, Ledger.START, 7, 700);
        corpus = Ledger.written(wish, folder);
    }

    @ParameterizedTest
    @CsvSource({"vip-without-relationship, vip", "co-worker, employee", "deceased-client, deceased"})
    void whoIsSomebodyWasSaidToBe(String kind, String trait) {
        assertThat(corpus.ofKind(kind))
                .isNotEmpty()
                .allMatch(place -> corpus.before(place, "client-traits-changed")
                        .filter(Ledger.about(corpus.client(place)))
                        .anyMatch(traits -> traits.get("traits").toString().contains('"' + trait + '"')));
    }

    @Test
    void neighboursShareTheStreetAndNothingMore() {
        assertThat(corpus.ofKind("neighbour")).isNotEmpty().allMatch(place -> {
            JsonNode actor =
                    corpus.standing(place, corpus.actor(place)).get("subject").get("tokens");
            JsonNode client = corpus.tokensOfClient(place);
            return actor.get("street").equals(client.get("street"))
                    && !actor.get("household").equals(client.get("household"));
        });
    }

    @Test
    void whatIsPrintedWithoutAReasonIsSensitive() {
        assertThat(corpus.ofKind("suspicious-look"))
                .isNotEmpty()
                .allMatch(place -> corpus.report(place).get("type").textValue().equals("seenby.record-printed.v1")
                        && corpus.report(place).get("record").has("labels"));
    }

    @Test
    void whoIsLowAndSlowSeesAnotherClientEachTime() {
        Map<String, List<Integer>> byActor =
                corpus.ofKind("serial-low-and-slow").stream().collect(Collectors.groupingBy(corpus::actor));

        assertThat(byActor).isNotEmpty();
        assertThat(byActor.values())
                .allMatch(places ->
                        places.stream().map(corpus::client).distinct().count() >= 4 && places.size() % 5 == 0);
    }
}
