package io.seenby.core.detection;

import static io.seenby.core.detection.StandingWords.registered;
import static io.seenby.core.detection.StandingWords.stands;
import static io.seenby.core.detection.StandingWords.tokens;
import static io.seenby.core.detection.Story.MORNING;
import static io.seenby.core.detection.Story.given;
import static io.seenby.core.detection.Words.assigned;
import static io.seenby.core.detection.Words.client;
import static io.seenby.core.detection.Words.known;
import static io.seenby.core.detection.Words.printed;
import static io.seenby.core.detection.Words.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.BreachAlert;
import io.seenby.events.Tokens;
import io.seenby.events.Trait;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuspiciousLookTest {

    private static final String RULE = SuspiciousLook.NAME;

    private static Happening lives(String client, String surname, String household, String street) {
        return registered(client, tokens(surname, household, street));
    }

    private static Happening nurse(Tokens tokens, String... ownClient) {
        return stands("nurse-07", Optional.empty(), tokens, List.of(), ownClient);
    }

    @Test
    void staysSilentAboutASingleLook() {
        assertThat(given(read("nurse-07", "client-0001")).findings(RULE)).isEmpty();
    }

    @Test
    void staysSilentAboutASensitiveRecordAlone() {
        assertThat(given(read("nurse-07", "client-0001").labelled("psychotherapy"))
                        .findings(RULE))
                .isEmpty();
    }

    @Test
    void warnsOfASensitiveRecordThatWasPrinted() {
        BreachAlert alert = given(printed("nurse-07", "client-0001").labelled("psychotherapy"))
                .alerts(RULE)
                .get(0);

        assertThat(alert.severity()).isEqualTo(BreachAlert.Severity.MEDIUM);
        assertThat(alert.clients()).containsExactly(client("client-0001"));
        assertThat(alert.summary())
                .isEqualTo(
                        "A record was opened without a known relationship to its client, and the record is sensitive,"
                                + " it was exported or printed (4 points where 4 make an alert).");
    }

    @Test
    void warnsOfAColleaguesRecord() {
        Story story = given(known("client-0001", Trait.EMPLOYEE)).when(read("nurse-07", "client-0001"));

        assertThat(story.found(CoWorker.NAME)).containsExactly(client("client-0001"));
        assertThat(story.alerts(RULE).get(0).summary()).contains("the client works here (4 points");
    }

    @Test
    void warnsOfANeighboursRecord() {
        Story story = given(nurse(tokens("north", "", "quay")), lives("client-0001", "south", "", "quay"))
                .when(read("nurse-07", "client-0001"));

        assertThat(story.found(Neighbour.NAME)).containsExactly(client("client-0001"));
        assertThat(story.alerts(RULE)).hasSize(1);
    }

    @Test
    void leavesTheHouseholdAndTheFamilyNextDoorToTheirOwnRule() {
        Story story = given(
                        nurse(tokens("north", "quay-1", "quay")),
                        lives("client-0001", "south", "quay-1", "quay"),
                        lives("client-0002", "north", "", "quay"))
                .when(read("nurse-07", "client-0001", "client-0002"));

        assertThat(story.alerts(FamilyOrHousehold.NAME)).hasSize(2);
        assertThat(story.found(Neighbour.NAME)).isEmpty();
        assertThat(story.alerts(RULE)).isEmpty();
    }

    @Test
    void warnsOfARecordOfTheDead() {
        Story story = given(known("client-0001", Trait.DECEASED)).when(read("nurse-07", "client-0001"));

        assertThat(story.found(DeceasedClient.NAME)).containsExactly(client("client-0001"));
        assertThat(story.alerts(RULE)).hasSize(1);
    }

    @Test
    void addsTheSurnameToWhatElseThereIs() {
        Story story = given(nurse(tokens("north", "", "")), lives("client-0001", "north", "", ""))
                .when(read("nurse-07", "client-0001"));
        assertThat(story.alerts(RULE)).isEmpty();

        story.when(read("nurse-07", "client-0001").labelled("psychotherapy"));
        assertThat(story.alerts(RULE)).hasSize(1);
    }

    @Test
    void addsThatTheActorHasDoneSoBefore() {
        Happening third = read("nurse-07", "client-0003").labelled("psychotherapy");
        Story story = given(
                        read("nurse-07", "client-0001").at(MORNING),
                        read("nurse-07", "client-0002").at(MORNING.plus(Duration.ofDays(3))))
                .when(third.at(MORNING.plus(Duration.ofDays(13))));

        assertThat(story.alerts(RULE).get(0).summary()).contains("the actor has opened records of other such clients");
    }

    @Test
    void forgetsWhatIsAFortnightAgoAndWhatWasExplained() {
        Happening third = read("nurse-07", "client-0003").labelled("psychotherapy");
        Story longAgo = given(
                        read("nurse-07", "client-0001").at(MORNING),
                        read("nurse-07", "client-0002").at(MORNING.plus(Duration.ofDays(3))))
                .when(third.at(MORNING.plus(Duration.ofDays(14))));
        Story explained = given(
                        read("nurse-07", "client-0001").at(MORNING),
                        read("nurse-07", "client-0002").at(MORNING.plus(Duration.ofDays(3))),
                        assigned("team-1", "nurse-07", "client-0001").valid(MORNING))
                .when(third.at(MORNING.plus(Duration.ofDays(5))));

        assertThat(longAgo.alerts(RULE)).isEmpty();
        assertThat(explained.alerts(RULE)).isEmpty();
    }

    @Test
    void saysNothingWhereAnotherAlertDoes() {
        assertThat(given(known("client-0001", Trait.EMPLOYEE, Trait.VIP))
                        .when(printed("nurse-07", "client-0001").labelled("psychotherapy"))
                        .alerts(RULE))
                .isEmpty();
    }

    @Test
    void saysNothingOfOnesOwnRecord() {
        Story story = given(nurse(tokens("north", "", "quay"), "client-0001"), known("client-0001", Trait.EMPLOYEE))
                .when(read("nurse-07", "client-0001"));

        assertThat(story.findings(CoWorker.NAME)).isEmpty();
        assertThat(story.alerts(RULE)).isEmpty();
    }

    @Test
    void saysNothingWhereTheActorIsAssigned() {
        assertThat(given(known("client-0001", Trait.EMPLOYEE), assigned("team-1", "nurse-07", "client-0001"))
                        .when(read("nurse-07", "client-0001"))
                        .findings(CoWorker.NAME))
                .isEmpty();
    }

    @Test
    void isExplainedByARelationshipRecordedLater() {
        Story story = given(known("client-0001", Trait.EMPLOYEE), read("nurse-07", "client-0001"))
                .when(assigned("team-1", "nurse-07", "client-0001").valid(MORNING));

        assertThat(story.alerts(RULE))
                .extracting(BreachAlert::status)
                .containsExactly(BreachAlert.Status.OPEN, BreachAlert.Status.EXPLAINED);
        assertThat(story.found(CoWorker.NAME)).isEmpty();
    }
}
