package io.seenby.bench.organisations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the truth says is so in the reports. */
class PlantedTest {
    private static Ledger corpus = new Ledger(List.of(), Map.of());

    @BeforeAll
    static void write(@TempDir Path folder) throws IOException {
        var wish = new OrganisationCorpus.Wish(Kind.HOSPITAL, 8_000, 11, Ledger.START, 7, 1_600);
        corpus = Ledger.written(wish, folder);
    }

    @Test
    void allKindsArePlantedAndTheTruthNamesActorAndClientOfItsReport() {
        assertThat(corpus.truth().values().stream()
                        .map(label -> label.get("kind").textValue())
                        .distinct()
                        .sorted())
                .containsExactly(
                        "after-departure",
                        "at-the-desk",
                        "back-from-leave",
                        "bulk-export",
                        "by-password",
                        "called-at-night",
                        "clinic-day",
                        "co-worker",
                        "colleague-cover",
                        "consent-renewed",
                        "copy-for-the-client",
                        "deceased-client",
                        "denial-burst",
                        "departure-told-late",
                        "disclosure-after-revocation",
                        "disclosure-without-basis",
                        "dormant-account",
                        "family-or-household",
                        "floating-staff",
                        "late-relationship",
                        "locked-out",
                        "lone-look",
                        "mail-secured",
                        "name-probing",
                        "neighbour",
                        "no-relationship",
                        "off-hours",
                        "on-call-night",
                        "own-list",
                        "press-with-consent",
                        "public-release",
                        "relative-in-care-team",
                        "search-exposure",
                        "self-access",
                        "self-access-plain",
                        "serial-low-and-slow",
                        "supervisor-review",
                        "surname-alone",
                        "suspicious-look",
                        "unrecorded-consult",
                        "unsecured-channel",
                        "unusual-volume",
                        "vip-without-relationship",
                        "wall-crossed",
                        "wall-lifted",
                        "weak-assurance");
        corpus.truth().forEach((place, label) -> {
            assertThat(label.get("actor").textValue()).isEqualTo(corpus.actor(place));
            assertThat(label.get("client").textValue()).isEqualTo(corpus.client(place));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no-relationship",
                "lone-look",
                "vip-without-relationship",
                "family-or-household",
                "surname-alone",
                "self-access",
                "co-worker",
                "neighbour",
                "deceased-client",
                "suspicious-look",
                "serial-low-and-slow",
                "unrecorded-consult",
                "late-relationship",
                "dormant-account",
                "off-hours",
                "denial-burst",
                "name-probing"
            })
    void nothingTiesWhoMustNotBeTied(String kind) {
        assertThat(corpus.ofKind(kind)).isNotEmpty().noneMatch(corpus::tied);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "floating-staff",
                "colleague-cover",
                "relative-in-care-team",
                "supervisor-review",
                "wall-lifted",
                "unusual-volume",
                "clinic-day",
                "called-at-night",
                "back-from-leave",
                "at-the-desk"
            })
    void somethingTiesWhoIsRight(String kind) {
        assertThat(corpus.ofKind(kind)).isNotEmpty().allMatch(corpus::tied);
    }

    @Test
    void theRoutineIsTiedToo() {
        List<Integer> untied = new ArrayList<>();
        for (int place = 0; place < corpus.reports().size(); place += 7) {
            if (corpus.report(place).get("type").textValue().equals("seenby.record-read.v1")
                    && !corpus.truth().containsKey(place)
                    && !corpus.tied(place)) {
                untied.add(place);
            }
        }
        assertThat(untied).isEmpty();
    }

    @Test
    void whatIsEnteredLateIsEnteredForTheMomentOfTheAccess() {
        assertThat(corpus.ofKind("late-relationship"))
                .isNotEmpty()
                .allMatch(place -> corpus.after(place, "relationship-established")
                        .filter(Ledger.about(corpus.client(place)))
                        .filter(tie -> Ledger.has(tie, "members", corpus.actor(place)))
                        .anyMatch(tie ->
                                !Instant.parse(tie.get("from").textValue()).isAfter(corpus.moment(place))));
    }

    @Test
    void nightsOnCallAreEnteredBeforeOrAfter() {
        List<Integer> nights = corpus.ofKind("on-call-night");
        long before = nights.stream().filter(corpus::tied).count();

        assertThat(nights).isNotEmpty();
        assertThat(nights.stream().filter(place -> !corpus.tied(place)))
                .allMatch(place -> corpus.after(place, "actor-changed")
                        .filter(changed ->
                                changed.get("subject").get("id").textValue().equals(corpus.actor(place)))
                        .anyMatch(changed -> changed.get("teams").size() == House.TEAMS
                                && Instant.parse(changed.get("occurredAt").textValue())
                                        .isBefore(corpus.moment(place))));
        assertThat(before).isBetween(0L, (long) nights.size());
    }

    @Test
    void whoLookedAtThemselvesIsTheClient() {
        var looks = new ArrayList<>(corpus.ofKind("self-access"));
        looks.addAll(corpus.ofKind("self-access-plain"));

        assertThat(looks)
                .isNotEmpty()
                .allMatch(
                        place -> Ledger.about(corpus.client(place)).test(corpus.standing(place, corpus.actor(place))));
    }

    @Test
    void relativesShareWhatTheirKindSays() {
        assertThat(corpus.ofKind("family-or-household")).isNotEmpty().allMatch(place -> {
            JsonNode actor =
                    corpus.standing(place, corpus.actor(place)).get("subject").get("tokens");
            JsonNode client = corpus.tokensOfClient(place);
            return actor.get("household").equals(client.get("household"))
                    || actor.get("surname").equals(client.get("surname"))
                            && actor.get("street").equals(client.get("street"));
        });
        assertThat(corpus.ofKind("surname-alone")).isNotEmpty().allMatch(place -> {
            JsonNode actor =
                    corpus.standing(place, corpus.actor(place)).get("subject").get("tokens");
            JsonNode client = corpus.tokensOfClient(place);
            return actor.get("surname").equals(client.get("surname"))
                    && !actor.get("street").equals(client.get("street"));
        });
    }

    @Test
    void whoHasLeftHadLeftAndDoesNothingElseAfterwards() {
        assertThat(corpus.ofKind("after-departure"))
                .isNotEmpty()
                .allMatch(place -> corpus.before(place, "actor-left")
                        .anyMatch(left ->
                                left.get("subject").get("id").textValue().equals(corpus.actor(place))));
        assertThat(corpus.ofKind("departure-told-late"))
                .isNotEmpty()
                .allMatch(place -> corpus.after(place, "actor-left")
                        .filter(left ->
                                left.get("subject").get("id").textValue().equals(corpus.actor(place)))
                        .anyMatch(left -> Instant.parse(left.get("occurredAt").textValue())
                                .isBefore(corpus.moment(place))));
        for (int place = 0; place < corpus.reports().size(); place++) {
            if (corpus.report(place).get("type").textValue().startsWith("seenby.actor-left")) {
                String gone = corpus.report(place).get("subject").get("id").textValue();
                assertThat(corpus.after(place, "record-")
                                .filter(look ->
                                        look.get("actor").get("id").textValue().equals(gone))
                                .map(look -> look.get("eventId").textValue()))
                        .allMatch(eventId -> corpus.truth().values().stream()
                                .anyMatch(label ->
                                        label.get("eventId").textValue().equals(eventId)));
            }
        }
    }

    @Test
    void theWallStoodBeforeItWasCrossed() {
        assertThat(corpus.ofKind("wall-crossed"))
                .isNotEmpty()
                .allMatch(place -> corpus.before(place, "wall-raised")
                        .filter(Ledger.about(corpus.client(place)))
                        .anyMatch(wall -> Ledger.has(wall, "members", corpus.actor(place))
                                || Ledger.has(
                                        wall,
                                        "teams",
                                        corpus.standing(place, corpus.actor(place))
                                                .get("teams")
                                                .get(0)
                                                .textValue())));
        assertThat(corpus.ofKind("wall-lifted")).isNotEmpty().allMatch(place -> {
            String wall = corpus.before(place, "wall-raised")
                    .filter(Ledger.about(corpus.client(place)))
                    .filter(raised -> Ledger.has(raised, "members", corpus.actor(place)))
                    .findFirst()
                    .orElseThrow()
                    .get("wall")
                    .textValue();
            return corpus.before(place, "wall-lifted")
                    .anyMatch(lifted -> lifted.get("wall").textValue().equals(wall));
        });
    }

    @Test
    void consentsAreAsTheKindSays() {
        assertThat(corpus.ofKind("disclosure-without-basis"))
                .isNotEmpty()
                .noneMatch(
                        place -> corpus.before(place, "consent-granted").anyMatch(Ledger.about(corpus.client(place))))
                .noneMatch(place ->
                        corpus.report(place).path("legalBasis").asText().equals("hipaa-treatment"));
        assertThat(corpus.ofKind("disclosure-after-revocation"))
                .isNotEmpty()
                .allMatch(place -> named(place, "consent-granted") && named(place, "consent-revoked"));
        assertThat(corpus.ofKind("consent-renewed"))
                .isNotEmpty()
                .allMatch(place -> named(place, "consent-granted") && !named(place, "consent-revoked"));
    }

    private static boolean named(int place, String type) {
        String consent = corpus.report(place).get("consent").textValue();
        return corpus.before(place, type)
                .anyMatch(fact -> fact.get("consent").textValue().equals(consent));
    }
}
