package io.seenby.core.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.seenby.events.ActorRef;
import io.seenby.events.ClientRef;
import io.seenby.events.ConsentDecision;
import io.seenby.events.ConsentRef;
import io.seenby.events.Purpose;
import io.seenby.events.RecipientRef;
import io.seenby.events.RelationshipKind;
import io.seenby.events.RelationshipRef;
import io.seenby.events.Trait;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FactsTest {

    private static final Instant FROM = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant UNTIL = FROM.plusSeconds(3_600);
    private static final ClientRef CLIENT = new ClientRef("client-0001___________");
    private static final RecipientRef FIRST = new RecipientRef("employer-1____________");
    private static final RecipientRef SECOND = new RecipientRef("insurer-1_____________");

    private static Relationship relationship() {
        return new Relationship(
                new RelationshipRef("team-1________________"),
                new ActorRef("nurse-07______________"),
                CLIENT,
                RelationshipKind.CARE_TEAM,
                FROM,
                Optional.of(UNTIL),
                4,
                Optional.empty());
    }

    private static Consent consent(List<String> types, Set<Purpose> purposes, Set<RecipientRef> recipients) {
        return new Consent(
                new ConsentRef("consent-1_____________"),
                CLIENT,
                ConsentDecision.PERMIT,
                types,
                purposes,
                recipients,
                FROM,
                Optional.empty(),
                4,
                Optional.empty());
    }

    @Test
    void aRelationshipHoldsFromItsFirstMomentToJustBeforeItsLast() {
        assertThat(relationship().holdsAt(FROM.minusNanos(1))).isFalse();
        assertThat(relationship().holdsAt(FROM)).isTrue();
        assertThat(relationship().holdsAt(UNTIL.minusNanos(1))).isTrue();
        assertThat(relationship().holdsAt(UNTIL)).isFalse();
    }

    @Test
    void anEndingCutsAPeriodAndTheSoonerOneStays() {
        Relationship cut = relationship().endedBy(new Ending(FROM.plusSeconds(60), 5));

        assertThat(cut.holdsAt(FROM.plusSeconds(59))).isTrue();
        assertThat(cut.holdsAt(FROM.plusSeconds(60))).isFalse();
        assertThat(cut.endedBy(new Ending(FROM.plusSeconds(61), 6))).isEqualTo(cut);
        assertThat(cut.endedBy(new Ending(FROM.plusSeconds(60), 6))).isEqualTo(cut);
    }

    @Test
    void aConsentToAnyCoversWhatIsNotStatedAndANarrowOneDoesNot() {
        Consent any = consent(List.of(), Set.of(), Set.of());
        Consent narrow = consent(List.of("note"), Set.of(Purpose.PAYMENT), Set.of(FIRST));

        assertThat(any.covers(FIRST, Optional.empty(), Optional.empty())).isTrue();
        assertThat(narrow.covers(FIRST, Optional.of(Purpose.PAYMENT), Optional.of("note")))
                .isTrue();
        assertThat(narrow.covers(SECOND, Optional.of(Purpose.PAYMENT), Optional.of("note")))
                .isFalse();
        assertThat(narrow.covers(FIRST, Optional.empty(), Optional.of("note"))).isFalse();
        assertThat(narrow.covers(FIRST, Optional.of(Purpose.PAYMENT), Optional.empty()))
                .isFalse();
    }

    @Test
    void aConsentWasRevokedOnlyWithinItsPeriod() {
        Consent revoked = consent(List.of(), Set.of(), Set.of()).revokedBy(new Ending(UNTIL, 5));

        assertThat(revoked.wasRevokedBefore(UNTIL)).isTrue();
        assertThat(revoked.wasRevokedBefore(UNTIL.minusNanos(1))).isFalse();
        assertThat(revoked.wasRevokedBefore(FROM.minusNanos(1))).isFalse();
    }

    @Test
    void setsIterateInTheSameOrderHoweverTheyWereBuilt() {
        Consent consent = consent(
                List.of(),
                new LinkedHashSet<>(List.of(Purpose.RESEARCH, Purpose.TREATMENT)),
                new LinkedHashSet<>(List.of(SECOND, FIRST)));
        ClientTraits traits =
                new ClientTraits(CLIENT, new LinkedHashSet<>(List.of(Trait.EMPLOYEE, Trait.VIP)), FROM, 4);

        assertThat(consent.purposes()).containsExactly(Purpose.TREATMENT, Purpose.RESEARCH);
        assertThat(consent.recipients()).containsExactly(FIRST, SECOND);
        assertThat(traits.traits()).containsExactly(Trait.VIP, Trait.EMPLOYEE);
    }

    @Test
    void theStatementMadeLastIsInForceOnceItHasBegun() {
        Relationship wide = relationship();
        Relationship narrow = new Relationship(
                wide.ref(),
                wide.actor(),
                CLIENT,
                wide.kind(),
                FROM.plusSeconds(60),
                Optional.of(FROM.plusSeconds(120)),
                9,
                Optional.empty());
        List<Relationship> rows = List.of(narrow, wide);

        assertThat(Stated.inForce(rows, Relationship::ref, FROM.plusSeconds(59)))
                .containsExactly(wide);
        assertThat(Stated.inForce(rows, Relationship::ref, FROM.plusSeconds(60)))
                .containsExactly(narrow);
        assertThat(Stated.inForce(rows, Relationship::ref, FROM.plusSeconds(600)))
                .containsExactly(narrow);
        assertThat(Stated.inForce(rows, Relationship::ref, FROM.minusSeconds(1)))
                .isEmpty();
    }
}
