package io.seenby.bench.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.seenby.bench.detection.Seen.Alert;
import io.seenby.bench.detection.Seen.Entry;
import io.seenby.bench.detection.Seen.Finding;
import io.seenby.bench.detection.Truth.Line;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final Seen.Verdicts VERDICTS = new Seen.Verdicts(100, 98);
    private static final Map<String, Entry> ENTRIES = Map.of(
            "e1", new Entry(11, "ann", Set.of("smith")),
            "e2", new Entry(12, "ann", Set.of("jones")),
            "e3", new Entry(13, "bob", Set.of("smith")));

    @Test
    void anAlertNamesActorAndClientTogetherNotOneOfThem() {
        Scores scores = score(
                List.of(
                        violation("e1", "wall-crossed"),
                        violation("e2", "wall-crossed"),
                        violation("e3", "wall-crossed")),
                List.of(alert("a", "wall-crossed", "ann", Set.of("smith"), Set.of(99L))),
                List.of());

        assertThat(scores.kinds().get("wall-crossed"))
                .isEqualTo(new Scores.OfKind(true, 1, 0, 0, 2, Set.of("wall-crossed")));
        assertThat(scores.found()).isOne();
        assertThat(scores.planted()).isEqualTo(3);
    }

    @Test
    void anAlertNamesTheEntriesOfItsEvidence() {
        Scores scores = score(
                List.of(violation("e1", "self-access"), violation("e2", "self-access")),
                List.of(alert("a", "self-access", "", Set.of(), Set.of(11L))),
                List.of());

        assertThat(scores.rules().get("self-access")).isEqualTo(new Scores.OfRule(2, 1, new Scores.Alerts(1, 1, 1, 1)));
    }

    @Test
    void whatIsOnlyAFindingIsNotFound() {
        Scores scores = score(
                List.of(violation("e1", "k"), violation("e2", "k"), violation("e3", "k")),
                List.of(),
                List.of(
                        new Finding("no-relationship", 11, "", true),
                        new Finding("no-relationship", 12, "alert", true),
                        new Finding("no-relationship", 99, "alert", true)));

        assertThat(scores.kinds().get("k")).isEqualTo(new Scores.OfKind(true, 0, 1, 1, 1, Set.of()));
        assertThat(scores.found()).isZero();
    }

    @Test
    void anotherRulesAlertFindsAViolationButIsNotItsOwnRulesRecall() {
        Scores scores = score(
                List.of(violation("e1", "family-or-household")),
                List.of(alert("a", "no-relationship", "ann", Set.of("smith"), Set.of())),
                List.of());

        assertThat(scores.found()).isOne();
        assertThat(scores.rules().get("family-or-household").found()).isZero();
        assertThat(scores.rules().get("no-relationship").alerts().right()).isOne();
    }

    @Test
    void aRuleWhoseFindingsAddUpToAnothersAlertHasFoundThem() {
        List<Line> planted = List.of(violation("e1", "co-worker"), violation("e2", "co-worker"));
        List<Finding> findings =
                List.of(new Finding("co-worker", 11, "", true), new Finding("co-worker", 12, "", true));
        Scores scores =
                score(planted, List.of(alert("a", "suspicious-look", "ann", Set.of("smith"), Set.of(11L))), findings);

        assertThat(scores.rules().get("co-worker")).isEqualTo(new Scores.OfRule(2, 1, Scores.Alerts.NONE));
    }

    @Test
    void anAlertAboutWhatIsRightIsWrongUnlessItWasExplainedInTheEnd() {
        Alert explained = new Alert("a", "no-relationship", "ann", Set.of("smith"), Set.of(11L), false);
        Scores scores = score(
                List.of(new Line("e1", "late-relationship", "ann", "smith", false, "")), List.of(explained), List.of());

        assertThat(scores.all()).isEqualTo(new Scores.Alerts(1, 0, 0, 0));
        assertThat(scores.planted()).isZero();
        assertThat(scores.kinds().get("late-relationship").named()).isOne();
        assertThat(scores.rules()).containsOnlyKeys("no-relationship");
    }

    @Test
    void alertsAboutNothingThatIsKnownCountAgainstPrecision() {
        Scores scores = score(
                List.of(violation("e1", "self-access")),
                List.of(
                        alert("a", "self-access", "ann", Set.of("smith"), Set.of()),
                        alert("b", "self-access", "eve", Set.of("smith"), Set.of(70L))),
                List.of());

        assertThat(scores.all()).isEqualTo(new Scores.Alerts(2, 1, 2, 1));
        assertThat(scores.verdicts()).isEqualTo(VERDICTS);
    }

    @Test
    void anEpisodeIsFoundOnceWhicheverOfItsEntriesAnAlertNames() {
        List<Line> planted = List.of(
                new Line("e1", "denial-burst", "a", "c", true, "one"),
                new Line("e2", "denial-burst", "a", "c", true, "one"),
                new Line("e3", "denial-burst", "a", "c", true, "other"));
        Scores scores = score(planted, List.of(alert("a", "denial-burst", "", Set.of(), Set.of(12L))), List.of());

        assertThat(scores.kinds().get("denial-burst"))
                .isEqualTo(new Scores.OfKind(true, 1, 0, 0, 1, Set.of("denial-burst")));
        assertThat(scores.rules().get("denial-burst"))
                .isEqualTo(new Scores.OfRule(2, 1, new Scores.Alerts(1, 1, 1, 1)));
    }

    @Test
    void aTruthAboutWhatTheViewsDoNotHoldIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(List.of(violation("e9", "k")), List.of(), List.of()))
                .withMessageContaining("e9");
    }

    private static Scores score(List<Line> truth, List<Alert> alerts, List<Finding> findings) {
        return Scores.of(Truth.of(truth), new Seen(ENTRIES, alerts, findings, VERDICTS));
    }

    private static Line violation(String eventId, String kind) {
        return new Line(eventId, kind, "plain-actor", "plain-client", true, "");
    }

    private static Alert alert(String id, String rule, String actor, Set<String> clients, Set<Long> evidence) {
        return new Alert(id, rule, actor, clients, evidence, true);
    }
}
