package io.seenby.core.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.seenby.core.facts.ActorStanding;
import io.seenby.core.facts.Relationship;
import io.seenby.core.facts.Tie;
import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import io.seenby.events.RelationshipKind;
import io.seenby.events.RelationshipRef;
import io.seenby.events.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The examples of who is explained by what are a table in {@code SightTest}. */
class ExplainerTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final ActorRef HEAD = new ActorRef("head-01_______________");
    private static final ActorRef NURSE = new ActorRef("nurse-07______________");
    private static final ClientRef CLIENT = new ClientRef("client-0001___________");
    private static final Tie SEEN = new Tie(HEAD, CLIENT);

    private static Connections supervised() {
        Connections known = new Connections();
        known.put(new ActorStanding(
                NURSE, new TreeSet<>(), Optional.of(HEAD), Optional.empty(), Tokens.NONE, false, NOW, 3));
        known.put(new Relationship(
                new RelationshipRef("r-1___________________"),
                NURSE,
                CLIENT,
                RelationshipKind.APPOINTMENT,
                NOW,
                Optional.empty(),
                2,
                Optional.empty()));
        return known;
    }

    @Test
    void supervisionExplainsOnlyWhereItMay() {
        assertThat(new Explainer(1).reason(supervised(), SEEN, NOW))
                .map(Explanation.Explained::evidence)
                .contains(List.of(2L, 3L));
        assertThat(new Explainer(0).reason(supervised(), SEEN, NOW)).isEmpty();
    }

    @Test
    void reachesNoFurtherThanWhatIsLoaded() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Explainer(2));
        assertThatIllegalArgumentException().isThrownBy(() -> new Explainer(-1));
    }

    @Test
    void aReasonByAnEntryRestsOnIt() {
        assertThat(Explainer.BUILT_IN.reasonBy(supervised(), SEEN, NOW, 3)).isPresent();
        assertThat(Explainer.BUILT_IN.reasonBy(supervised(), SEEN, NOW, 4)).isEmpty();
    }

    @Test
    void nothingHoldsBeforeItBegan() {
        assertThat(Explainer.BUILT_IN.reason(supervised(), SEEN, NOW.minusSeconds(1)))
                .isEmpty();
    }
}
